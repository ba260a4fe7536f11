package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.ClientBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.ClientView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** Companies under contract. */
@Path(Paths.CLIENTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClientsResource {
  private final Parts parts;
  private final Defaults defaults;

  public ClientsResource(Parts parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  @GET
  @Operation("Lists the clients.")
  public Listing<ClientView> list(
      @QueryParam("code") String code,
      @QueryParam("active") String active,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::clients,
        tx ->
            ClientQuery.builder()
                .code(Query.text(code))
                .active(Query.flag("active", active))
                .build(),
        ClientView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a client by id or code.")
  public ClientView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a client.")
  public Created<ClientView> add(@Context SecurityContext caller, ClientBody body) {
    Client draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Client added = parts.directory().addClient(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.CLIENTS + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a client to what the body says.")
  public ClientView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ClientBody body) {
    Client now = stored(id);
    long version = Versions.required(ifMatch, "client", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a client.", body = ClientBody.class)
  public ClientView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Client now = stored(id);
    long version = Versions.required(ifMatch, "client", id, now.version());
    ClientBody merged = Json.merged(body(now), Input.body(body), ClientBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private ClientView change(Actor actor, Client now, long version, ClientBody body) {
    Client changed =
        Input.read(parts, in -> draft(in, body)).toBuilder().id(now.id()).version(version).build();
    return view(parts.directory().changeClient(actor, changed));
  }

  private Client stored(String id) {
    return parts
        .store()
        .read(tx -> References.client(tx, id))
        .orElseThrow(() -> new NotFoundException("client", id));
  }

  private ClientView view(Client value) {
    return parts.store().read(tx -> ClientView.of(value, new Names(tx)));
  }

  private Client draft(Input in, ClientBody body) {
    return Client.builder()
        .id("")
        .code(in.required("code", body.code()))
        .name(in.required("name", body.name()))
        .plan(in.required("plan", body.plan(), ServicePlan.BASIC))
        .language(in.language("language", body.language(), defaults.language()))
        .zone(in.zone("zone", body.zone(), defaults.zone()))
        .reviewFirst(Boolean.TRUE.equals(body.reviewFirst()))
        .engineerId(in.staff("engineer", body.engineer()))
        .managerId(in.staff("manager", body.manager()))
        .active(!Boolean.FALSE.equals(body.active()))
        .build();
  }

  private static ClientBody body(Client value) {
    return new ClientBody(
        value.code(),
        value.name(),
        value.plan(),
        value.language().toLanguageTag(),
        value.zone().getId(),
        value.reviewFirst(),
        value.engineerId().orElse(null),
        value.managerId().orElse(null),
        value.active());
  }
}
