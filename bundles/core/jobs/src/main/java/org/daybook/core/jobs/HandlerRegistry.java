package org.daybook.core.jobs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daybook.api.job.JobHandler;
import org.osgi.service.component.ComponentServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handlers that are there. Each is fetched when its first job comes and not before: handlers
 * need the queue, and the queue would need them, while both are being activated.
 */
final class HandlerRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerRegistry.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  void add(ComponentServiceObjects<JobHandler> service) {
    entries.add(new Entry(service));
  }

  void remove(ComponentServiceObjects<JobHandler> service) {
    for (Entry entry : entries) {
      if (entry.service.getServiceReference().equals(service.getServiceReference())) {
        entries.remove(entry);
        entry.giveBack();
      }
    }
  }

  Optional<JobHandler> find(String type) {
    return entries.stream()
        .map(Entry::handler)
        .flatMap(Optional::stream)
        .filter(handler -> isFor(handler, type))
        .findFirst();
  }

  private static boolean isFor(JobHandler handler, String type) {
    try {
      return type.equals(handler.type());
    } catch (RuntimeException | LinkageError gone) {
      LOG.warn("A job handler does not say its type: {}", gone.toString());
      return false;
    }
  }

  private static final class Entry {
    private final ComponentServiceObjects<JobHandler> service;
    private JobHandler handler;

    Entry(ComponentServiceObjects<JobHandler> service) {
      this.service = service;
    }

    synchronized Optional<JobHandler> handler() {
      if (handler == null) {
        handler = service.getService();
      }
      return Optional.ofNullable(handler);
    }

    synchronized void giveBack() {
      if (handler != null) {
        service.ungetService(handler);
        handler = null;
      }
    }
  }
}
