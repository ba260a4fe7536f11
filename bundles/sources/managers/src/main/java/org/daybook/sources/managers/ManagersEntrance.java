package org.daybook.sources.managers;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Managers set tasks for anybody, engineers for themselves; nobody sets what is overdue. */
@Component(service = TaskEntrance.class)
public final class ManagersEntrance implements TaskEntrance {
  private final Clock clock;

  @Activate
  public ManagersEntrance(@Reference Clock clock) {
    this.clock = clock;
  }

  @Override
  public String source() {
    return ManagersSource.ID;
  }

  @Override
  public TaskSignal signal(TaskRequest request, Actor author) {
    Optional<String> engineer = engineer(request, author);
    TaskSignal signal = request.toSignal().engineerId(engineer).build();
    Instant now = clock.instant();
    if (request.dueAt().filter(due -> due.isBefore(now)).isPresent()) {
      throw new InvalidInputException("dueAt", "must not be in the past");
    }
    return signal;
  }

  private static Optional<String> engineer(TaskRequest request, Actor author) {
    if (author.isAny(Role.ADMIN, Role.MANAGER)) {
      return request.engineerId();
    }
    if (author.role() != Role.ENGINEER) {
      throw new ForbiddenException("Managers and engineers set tasks.");
    }
    if (request.engineerId().filter(id -> !id.equals(author.id())).isPresent()) {
      throw new ForbiddenException("Engineers set tasks for themselves.");
    }
    return Optional.of(author.id());
  }
}
