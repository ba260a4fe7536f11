package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.RegulationBody;
import org.daybook.web.rest.body.RegulationItemBody;
import org.daybook.web.rest.body.TitleBody;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.RegulationRevisionView;
import org.daybook.web.rest.view.RegulationView;

/** What is done on each type of equipment, and every revision of it. */
@Path(Paths.REGULATIONS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RegulationsResource {
  private final Parts parts;

  public RegulationsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the regulations.")
  public Listing<RegulationView> list(
      @QueryParam("kind") @Values(AssetKind.class) List<String> kind,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Set<AssetKind> kinds = Query.constants("kind", kind, AssetKind.class);
    if (kinds.size() > 1) {
      throw ProblemException.badField("kind", "must be one");
    }
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::regulations,
        tx -> RegulationQuery.builder().kind(kinds.stream().findFirst()).build(),
        (regulation, names) -> RegulationView.of(regulation));
  }

  @GET
  @Path("{id}")
  @Operation("Gets a regulation by id or type of equipment.")
  public RegulationView get(@PathParam("id") String id) {
    return RegulationView.of(stored(id));
  }

  @GET
  @Path("{id}/revisions")
  @Operation("Lists all that was ever in force, the newest first.")
  public Listing<RegulationRevisionView> revisions(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Regulation regulation = stored(id);
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::regulationRevisions,
        tx -> RegulationRevisionQuery.builder().regulationId(regulation.id()).build(),
        (revision, names) -> RegulationRevisionView.of(revision));
  }

  @POST
  @Operation("Makes the regulation of a type of equipment that has none.")
  public Created<RegulationView> add(@Context SecurityContext caller, RegulationBody body) {
    Regulation draft = Input.read(parts, in -> draft(in, Input.body(body)));
    Regulation added = parts.regulations().add(Caller.of(caller), draft);
    return new Created<>(RegulationView.of(added), Paths.REGULATIONS + "/" + added.id());
  }

  @PUT
  @Path("{id}")
  @Operation("Changes a regulation to what the body says, from the next visit on.")
  public RegulationView replace(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      RegulationBody body) {
    Regulation now = stored(id);
    long version = Versions.required(ifMatch, "regulation", id, now.version());
    return change(Caller.of(caller), now, version, Input.body(body));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a regulation.", body = RegulationBody.class)
  public RegulationView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Regulation now = stored(id);
    long version = Versions.required(ifMatch, "regulation", id, now.version());
    RegulationBody merged = Json.merged(body(now), Input.body(body), RegulationBody.class);
    return change(Caller.of(caller), now, version, merged);
  }

  private RegulationView change(Actor actor, Regulation now, long version, RegulationBody body) {
    Regulation draft = Input.read(parts, in -> draft(in, body));
    if (draft.kind() != now.kind()) {
      throw new InvalidInputException("kind", "cannot be changed");
    }
    Regulation changed = draft.toBuilder().id(now.id()).version(version).build();
    return RegulationView.of(parts.regulations().change(actor, changed));
  }

  private Regulation stored(String id) {
    return parts
        .store()
        .read(
            tx ->
                tx.regulations()
                    .find(id)
                    .or(
                        () ->
                            Stream.of(AssetKind.values())
                                .filter(kind -> kind.name().equals(id))
                                .findFirst()
                                .flatMap(
                                    kind ->
                                        tx.regulations()
                                            .first(RegulationQuery.builder().kind(kind).build()))))
        .orElseThrow(() -> new NotFoundException("regulation", id));
  }

  private Regulation draft(Input in, RegulationBody body) {
    return Regulation.builder()
        .id("")
        .kind(in.required("kind", body.kind(), AssetKind.OTHER))
        .items(items(in, body.items()))
        .active(!Boolean.FALSE.equals(body.active()))
        .changedAt(parts.clock().instant())
        .changedBy("")
        .build();
  }

  private static List<RegulationItem> items(Input in, List<RegulationItemBody> given) {
    List<RegulationItem> items = new ArrayList<>();
    List<RegulationItemBody> bodies = in.required("items", given, List.of());
    for (int i = 0; i < bodies.size(); i++) {
      String at = "items[" + i + "]";
      RegulationItemBody body = bodies.get(i);
      if (body == null) {
        in.required(at, null);
      } else {
        TitleBody title = in.required(at + ".title", body.title(), new TitleBody("", ""));
        items.add(
            RegulationItem.builder()
                .id(Input.text(body.id()))
                .titleRu(Input.text(title.ru()))
                .titleEn(Input.text(title.en()))
                .frequency(in.required(at + ".frequency", body.frequency(), Frequency.EVERY_VISIT))
                .mandatory(!Boolean.FALSE.equals(body.mandatory()))
                .build());
      }
    }
    return items;
  }

  private static RegulationBody body(Regulation value) {
    return new RegulationBody(
        value.kind(),
        value.items().stream()
            .map(
                item ->
                    new RegulationItemBody(
                        item.id(),
                        new TitleBody(item.titleRu(), item.titleEn()),
                        item.frequency(),
                        item.mandatory()))
            .toList(),
        value.active());
  }
}
