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
import org.daybook.api.directory.Site;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.SiteBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.SiteView;

/** Addresses that are visited. */
@Path(Paths.SITES)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SitesResource {
  private final Parts parts;

  public SitesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the sites.")
  public Listing<SiteView> list(
      @QueryParam("client") String client,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::sites,
        tx -> SiteQuery.builder().clientId(References.clientFilter(tx, client)).build(),
        SiteView::of);
  }

  @GET
  @Path("{id}")
  @Operation("Gets a site.")
  public SiteView get(@PathParam("id") String id) {
    return view(stored(id));
  }

  @POST
  @Operation("Adds a site.")
  public Created<SiteView> add(@Context SecurityContext caller, SiteBody body) {
    Site draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Site added = parts.directory().addSite(Caller.of(caller), draft);
    return new Created<>(view(added), Paths.SITES + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a site to what the body says.")
  public SiteView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      SiteBody body) {
    Site now = stored(id);
    long version = Versions.required(ifMatch, "site", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a site.", body = SiteBody.class)
  public SiteView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Site now = stored(id);
    long version = Versions.required(ifMatch, "site", id, now.version());
    SiteBody merged = Json.merged(body(now), Input.body(body), SiteBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private SiteView change(Actor actor, Site now, long version, SiteBody body) {
    Site changed =
        Input.read(parts, in -> draft(in, body)).toBuilder().id(now.id()).version(version).build();
    return view(parts.directory().changeSite(actor, changed));
  }

  private Site stored(String id) {
    return parts
        .store()
        .read(tx -> tx.sites().find(id))
        .orElseThrow(() -> new NotFoundException("site", id));
  }

  private SiteView view(Site value) {
    return parts.store().read(tx -> SiteView.of(value, new Names(tx)));
  }

  private static Site draft(Input in, SiteBody body) {
    return Site.builder()
        .id("")
        .clientId(in.client(body.client()))
        .name(in.required("name", body.name()))
        .address(in.required("address", body.address()))
        .district(Input.optional(body.district()))
        .build();
  }

  private static SiteBody body(Site value) {
    return new SiteBody(
        value.clientId(), value.name(), value.address(), value.district().orElse(null));
  }
}
