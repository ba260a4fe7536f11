package org.daybook.web.rest.resource;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.source.RemoteFix;
import org.daybook.api.task.Task;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.RemoteFixBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.TaskView;

/** What was fixed remotely and needed no visit. */
@Path(Paths.API + "/remote-fixes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RemoteFixesResource {
  private final Parts parts;

  public RemoteFixesResource(Parts parts) {
    this.parts = parts;
  }

  @POST
  @Operation("Writes down what was fixed remotely: a task that is resolved already.")
  public Created<TaskView> add(@Context SecurityContext caller, RemoteFixBody body) {
    RemoteFix fix = Input.read(parts, in -> fix(in, Input.body(body)));
    Task task = parts.remoteFixes().add(Caller.of(caller), fix);
    TaskView view = parts.store().read(tx -> TaskView.of(task, new Names(tx)));
    return new Created<>(view, Paths.TASKS + "/" + task.id());
  }

  private static RemoteFix fix(Input in, RemoteFixBody body) {
    String client = in.required("client", body.client());
    return new RemoteFix(
        References.client(in.transaction(), client).map(found -> found.code()).orElse(client),
        in.required("title", body.title()),
        Input.text(body.result()),
        Optional.ofNullable(body.minutes()));
  }
}
