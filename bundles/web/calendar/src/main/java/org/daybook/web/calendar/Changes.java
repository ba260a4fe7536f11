package org.daybook.web.calendar;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Transaction;
import org.daybook.api.visit.Visit;

/** When visits were changed last; the audit trail knows, and is asked once of each change. */
final class Changes {
  private static final int MOST = 10_000;

  private final Map<String, Instant> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** A visit that the trail does not know was changed when it was planned for, as far as we can. */
  Instant of(Transaction tx, Visit visit) {
    String key = visit.id() + ":" + visit.version();
    synchronized (known) {
      Instant before = known.get(key);
      if (before != null) {
        return before;
      }
    }
    AuditQuery query = AuditQuery.builder().kind("visit").valueId(visit.id()).build();
    Instant changed =
        tx.audit(query, new PageRequest(1, Optional.empty(), true)).items().stream()
            .findFirst()
            .map(AuditEntry::at)
            .orElse(visit.plannedFor());
    synchronized (known) {
      known.put(key, changed);
    }
    return changed;
  }
}
