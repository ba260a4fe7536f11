package org.daybook.sources.client;

import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What the client asks for, in their own words. What the engineer collects on arrival belongs to
 * that visit: its report answers it. What comes between two visits, such as a task that a report
 * misses, is written down by managers or by the platform, and waits for the next visit.
 */
@Component(service = TaskEntrance.class)
public final class ClientEntrance implements TaskEntrance {

  @Activate
  public ClientEntrance() {}

  @Override
  public String source() {
    return ClientSource.ID;
  }

  @Override
  public TaskSignal signal(TaskRequest request, Actor author) {
    if (!author.isAny(Role.ADMIN, Role.MANAGER, Role.ENGINEER)) {
      throw new ForbiddenException("Engineers and managers record what the client wishes.");
    }
    TaskSignal signal = request.toSignal().build();
    boolean onVisit = signal.visitId().filter(id -> !id.isBlank()).isPresent();
    if (!onVisit && author.role() == Role.ENGINEER) {
      throw new InvalidInputException(
          "visitId", "is missing: an engineer hears of a wish on a visit");
    }
    return signal;
  }
}
