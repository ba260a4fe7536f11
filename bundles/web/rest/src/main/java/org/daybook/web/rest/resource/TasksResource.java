package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.diary.TaskChange;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.TaskLogQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.CommentBody;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.body.HandoverBody;
import org.daybook.web.rest.body.ReasonBody;
import org.daybook.web.rest.body.ResultBody;
import org.daybook.web.rest.body.TaskBody;
import org.daybook.web.rest.body.TaskPatch;
import org.daybook.web.rest.body.TimeBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.CommentView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.TaskStepView;
import org.daybook.web.rest.view.TaskView;

/** Tasks, and what is done with them. */
@Path(Paths.TASKS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TasksResource {
  private static final String MANAGERS = "managers";
  private static final String REMOTE = "remote";

  private final Parts parts;

  public TasksResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation(
      "Lists the tasks that the caller may see; as engineer or specialist, me stands for the"
          + " caller.")
  public Listing<TaskView> list(
      @Context SecurityContext caller,
      @QueryParam("client") String client,
      @QueryParam("visit") String visit,
      @QueryParam("state") @Values(TaskState.class) List<String> state,
      @QueryParam("source") String source,
      @QueryParam("engineer") String engineer,
      @QueryParam("specialist") String specialist,
      @QueryParam("asset") String asset,
      @QueryParam("project") String project,
      @QueryParam("externalId") String externalId,
      @QueryParam("text") String text,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Actor actor = Caller.of(caller);
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::tasks,
        tx -> {
          Seen seen = new Seen(tx, actor);
          Optional<String> clientId = References.clientFilter(tx, client);
          return TaskQuery.builder()
              .clientId(clientId)
              .visitId(Query.text(visit))
              .states(Query.constants("state", state, TaskState.class))
              .source(Query.text(source))
              .engineerId(seen.filter(Role.ENGINEER, "engineer", engineer))
              .specialistId(seen.filter(Role.SPECIALIST, "specialist", specialist))
              .assetId(References.assetFilter(tx, clientId, asset))
              .projectId(Query.text(project))
              .externalId(Query.text(externalId))
              .text(Query.text(text))
              .visibleTo(actor)
              .build();
        },
        TaskView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a task.")
  public TaskView get(@Context SecurityContext caller, @PathParam("id") String id) {
    return view(seen(caller, id));
  }

  @POST
  @Operation("Puts in a task by hand; what was put in before under its externalId is returned.")
  public Created<TaskView> add(@Context SecurityContext caller, TaskBody body) {
    Actor author = Caller.of(caller);
    String source = author.role() == Role.SUPPORT ? REMOTE : MANAGERS;
    TaskRequest request = Input.read(parts, in -> request(in, Input.body(body)));
    boolean known = isKnown(source, request);
    Task task = parts.intake().submit(source, request, author);
    // Whoever puts something new in is told what became of it, wherever it went.
    TaskView view = view(known ? seen(caller, task.id()) : task);
    return new Created<>(view, Paths.TASKS + "/" + task.id(), !known);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a task.", body = TaskPatch.class)
  public TaskView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Versions.required(ifMatch, "task", id, seen(caller, id).version());
    TaskChange change = Input.read(parts, in -> change(in, Input.body(body)));
    return view(parts.diary().change(Caller.of(caller), id, Input.version(ifMatch), change));
  }

  @GET
  @Path("{id}/history")
  @Operation("Lists what happened to a task, newest last.")
  public Listing<TaskStepView> history(
      @Context SecurityContext caller, @PathParam("id") String id) {
    return Listing.whole(
        parts.taskHistory().of(Caller.of(caller), id).stream().map(TaskStepView::of).toList());
  }

  @GET
  @Path("{id}/comments")
  @Operation("Lists what was said about a task.")
  public Listing<CommentView> comments(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    seen(caller, id);
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::comments,
        tx -> TaskLogQuery.builder().addTaskIds(id).build(),
        (comment, names) -> CommentView.of(comment));
  }

  @POST
  @Path("{id}/start")
  @Operation("Starts a task.")
  public TaskView start(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return act(caller, id, ifMatch, new TaskAction.Start());
  }

  @POST
  @Path("{id}/done")
  @Operation("Marks a task done.")
  public TaskView done(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ResultBody body) {
    return act(caller, id, ifMatch, new TaskAction.Done(result(body), minutes(body)));
  }

  @POST
  @Path("{id}/not-done")
  @Operation("Marks a task not done, with the reason.")
  public TaskView notDone(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new TaskAction.NotDone(reason(body)));
  }

  @POST
  @Path("{id}/comment")
  @Operation("Says something about a task.")
  public TaskView comment(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      CommentBody body) {
    String text = Input.text(Input.body(body).text());
    return act(caller, id, ifMatch, new TaskAction.AddComment(text));
  }

  @POST
  @Path("{id}/time")
  @Operation("Adds time that was spent on a task.")
  public TaskView time(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      TimeBody body) {
    Integer minutes = Input.body(body).minutes();
    return act(caller, id, ifMatch, new TaskAction.LogTime(minutes == null ? 0 : minutes));
  }

  @POST
  @Path("{id}/handover")
  @Operation("Hands a task over to a specialist, with the reason.")
  public TaskView handOver(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      HandoverBody body) {
    HandoverBody given = Input.body(body);
    seen(caller, id);
    String specialist =
        Input.read(
            parts,
            in -> {
              in.required("specialist", given.specialist());
              return in.staff("specialist", given.specialist()).orElse("");
            });
    TaskAction action = new TaskAction.HandOver(specialist, Input.text(given.reason()));
    return act(caller, id, ifMatch, action);
  }

  @POST
  @Path("{id}/accept")
  @Operation("The specialist accepts a task.")
  public TaskView accept(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    return act(caller, id, ifMatch, new TaskAction.Accept());
  }

  @POST
  @Path("{id}/return")
  @Operation("The specialist gives a task back, with the reason.")
  public TaskView giveBack(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new TaskAction.GiveBack(reason(body)));
  }

  @POST
  @Path("{id}/carry-over")
  @Operation("Lets a task go to the next visit, with the reason.")
  public TaskView carryOver(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new TaskAction.CarryOver(reason(body)));
  }

  @POST
  @Path("{id}/cancel")
  @Operation("Cancels a task, with the reason.")
  public TaskView cancel(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    return act(caller, id, ifMatch, new TaskAction.Cancel(reason(body)));
  }

  @POST
  @Path("{id}/resolve-remotely")
  @Operation("Marks a task solved without a visit.")
  public TaskView resolveRemotely(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ResultBody body) {
    return act(caller, id, ifMatch, new TaskAction.ResolveRemotely(result(body), minutes(body)));
  }

  private TaskView act(SecurityContext caller, String id, String ifMatch, TaskAction action) {
    return view(parts.diary().act(Caller.of(caller), id, Input.version(ifMatch), action));
  }

  private boolean isKnown(String source, TaskRequest request) {
    return request.externalId().isPresent()
        && parts
            .store()
            .read(
                tx ->
                    tx.tasks()
                        .first(
                            TaskQuery.builder()
                                .source(source)
                                .externalId(request.externalId())
                                .build()))
            .isPresent();
  }

  private static TaskRequest request(Input in, TaskBody body) {
    Transaction tx = in.transaction();
    return TaskRequest.builder()
        .externalId(Input.optional(body.externalId()))
        .client(
            Input.optional(body.client())
                .map(given -> References.client(tx, given).map(c -> c.code()).orElse(given)))
        .asset(
            Input.optional(body.asset())
                .map(given -> tx.assets().find(given).map(Asset::reference).orElse(given)))
        .title(Input.optional(body.title()))
        .description(Input.optional(body.description()))
        .priority(Optional.ofNullable(body.priority()))
        .dueAt(Optional.ofNullable(body.dueAt()))
        .occurredAt(Optional.ofNullable(body.occurredAt()))
        .visitId(Input.optional(body.visit()))
        .projectId(Input.optional(body.project()))
        .engineerId(in.staff("engineer", body.engineer()))
        .build();
  }

  private static TaskChange change(Input in, ObjectNode body) {
    TaskPatch patch = Json.convert(body, TaskPatch.class);
    List<FieldError> errors = new ArrayList<>();
    body.properties().stream()
        .filter(member -> member.getValue().isNull() && !member.getKey().equals("dueAt"))
        .forEach(member -> errors.add(new FieldError(member.getKey(), "cannot be taken away")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return TaskChange.builder()
        .title(Optional.ofNullable(patch.title()))
        .description(Optional.ofNullable(patch.description()))
        .priority(Optional.ofNullable(patch.priority()))
        .dueAt(Optional.ofNullable(patch.dueAt()))
        .removeDueAt(body.has("dueAt") && patch.dueAt() == null)
        .engineerId(in.staff("engineer", patch.engineer()))
        .projectId(Input.optional(patch.project()))
        .visitId(Input.optional(patch.visit()))
        .build();
  }

  private static String result(ResultBody body) {
    return body == null ? "" : Input.text(body.result());
  }

  private static Optional<Integer> minutes(ResultBody body) {
    return body == null ? Optional.empty() : Optional.ofNullable(body.minutes());
  }

  private static String reason(ReasonBody body) {
    return Input.text(Input.body(body).reason());
  }

  private Task seen(SecurityContext caller, String id) {
    return parts.store().read(tx -> new Seen(tx, Caller.of(caller)).task(id));
  }

  private TaskView view(Task task) {
    return parts.store().read(tx -> TaskView.of(task, new Names(tx)));
  }
}
