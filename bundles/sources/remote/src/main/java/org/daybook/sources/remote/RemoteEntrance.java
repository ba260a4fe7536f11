package org.daybook.sources.remote;

import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Remote support passes on by hand what it could not solve. Engineers write down what they solved
 * from afar themselves.
 */
@Component(service = TaskEntrance.class)
public final class RemoteEntrance implements TaskEntrance {

  @Activate
  public RemoteEntrance() {}

  @Override
  public String source() {
    return RemoteSource.ID;
  }

  @Override
  public TaskSignal signal(TaskRequest request, Actor author) {
    boolean own =
        author.role() == Role.ENGINEER
            && request.engineerId().filter(author.id()::equals).isPresent();
    if (!own && !author.isAny(Role.ADMIN, Role.MANAGER, Role.SUPPORT)) {
      throw new ForbiddenException("Remote support and managers pass requests on.");
    }
    return request.toSignal().build();
  }
}
