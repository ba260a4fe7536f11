package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Project;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.ProjectBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.ProjectView;

/** IT projects at the clients. */
@Path(Paths.PROJECTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProjectsResource {
  private final Parts parts;

  public ProjectsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the projects.")
  public Listing<ProjectView> list(
      @QueryParam("client") String client,
      @QueryParam("state") @Values(Project.State.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::projects,
        tx ->
            ProjectQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .states(Query.constants("state", state, Project.State.class))
                .build(),
        ProjectView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a project.")
  public ProjectView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a project.")
  public Created<ProjectView> add(@Context SecurityContext caller, ProjectBody body) {
    Project draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Project added = parts.diary().addProject(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.PROJECTS + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a project to what the body says.")
  public ProjectView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ProjectBody body) {
    Project now = stored(id);
    long version = Versions.required(ifMatch, "project", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a project.", body = ProjectBody.class)
  public ProjectView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Project now = stored(id);
    long version = Versions.required(ifMatch, "project", id, now.version());
    ProjectBody merged = Json.merged(body(now), Input.body(body), ProjectBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private ProjectView change(Actor actor, Project now, long version, ProjectBody body) {
    Project changed =
        Input.read(parts, in -> draft(in, body)).toBuilder()
            .id(now.id())
            .createdAt(now.createdAt())
            .version(version)
            .build();
    return view(parts.diary().changeProject(actor, changed));
  }

  private Project stored(String id) {
    return parts
        .store()
        .read(tx -> tx.projects().find(id))
        .orElseThrow(() -> new NotFoundException("project", id));
  }

  private ProjectView view(Project value) {
    return parts.store().read(tx -> ProjectView.of(value, new Names(tx)));
  }

  private Project draft(Input in, ProjectBody body) {
    return Project.builder()
        .id("")
        .clientId(in.client(body.client()))
        .title(in.required("title", body.title()))
        .description(Input.text(body.description()))
        .state(body.state() == null ? Project.State.ACTIVE : body.state())
        .dueAt(Optional.ofNullable(body.dueAt()))
        .createdAt(parts.clock().instant())
        .build();
  }

  private static ProjectBody body(Project value) {
    return new ProjectBody(
        value.clientId(),
        value.title(),
        value.description(),
        value.state(),
        value.dueAt().orElse(null));
  }
}
