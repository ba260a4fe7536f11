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
 * Wishes that the engineer collects on arrival, in the client's own words. They belong to a visit:
 * its report answers them one by one.
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
    if (signal.visitId().filter(id -> !id.isBlank()).isEmpty()) {
      throw new InvalidInputException("visitId", "is missing: a wish is told on a visit");
    }
    return signal;
  }
}
