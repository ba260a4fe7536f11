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
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.directory.Site;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AssetBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.AssetView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;

/** The equipment of the clients. */
@Path(Paths.ASSETS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssetsResource {
  private final Parts parts;

  public AssetsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the equipment.")
  public Listing<AssetView> list(
      @QueryParam("client") String client,
      @QueryParam("site") String site,
      @QueryParam("reference") String reference,
      @QueryParam("retired") String retired,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::assets,
        tx ->
            AssetQuery.builder()
                .clientId(References.clientFilter(tx, client))
                .siteId(References.filter("site", site, tx.sites()::find, Site::id))
                .reference(Query.text(reference))
                .retired(Query.flag("retired", retired))
                .build(),
        AssetView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a piece of equipment.")
  public AssetView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a piece of equipment.")
  public Created<AssetView> add(@Context SecurityContext caller, AssetBody body) {
    Asset draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Asset added = parts.directory().addAsset(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.ASSETS + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a piece of equipment to what the body says.")
  public AssetView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      AssetBody body) {
    Asset now = stored(id);
    long version = Versions.required(ifMatch, "asset", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a piece of equipment.", body = AssetBody.class)
  public AssetView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Asset now = stored(id);
    long version = Versions.required(ifMatch, "asset", id, now.version());
    AssetBody merged = Json.merged(body(now), Input.body(body), AssetBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private AssetView change(Actor actor, Asset now, long version, AssetBody body) {
    Asset changed =
        Input.read(parts, in -> draft(in, body)).toBuilder().id(now.id()).version(version).build();
    return view(parts.directory().changeAsset(actor, changed));
  }

  private Asset stored(String id) {
    return parts
        .store()
        .read(tx -> tx.assets().find(id))
        .orElseThrow(() -> new NotFoundException("asset", id));
  }

  private AssetView view(Asset value) {
    return parts.store().read(tx -> AssetView.of(value, new Names(tx)));
  }

  private static Asset draft(Input in, AssetBody body) {
    String clientId = in.client(body.client());
    return Asset.builder()
        .id("")
        .clientId(clientId)
        .siteId(in.site(body.site(), clientId))
        .kind(in.required("kind", body.kind(), AssetKind.OTHER))
        .name(in.required("name", body.name()))
        .hostname(Input.optional(body.hostname()))
        .inventoryNumber(Input.optional(body.inventoryNumber()))
        .retired(Boolean.TRUE.equals(body.retired()))
        .build();
  }

  private static AssetBody body(Asset value) {
    return new AssetBody(
        value.clientId(),
        value.siteId(),
        value.kind(),
        value.name(),
        value.hostname().orElse(null),
        value.inventoryNumber().orElse(null),
        value.retired());
  }
}
