package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.source.Assigned;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Occurrence;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.ReasonBody;
import org.daybook.web.rest.body.SignalBody;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.AssignedView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.MappingView;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.SignalView;

/** Signals of no known client, and what was said of the names in them. */
@Path(Paths.API)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SignalsResource {
  private final Parts parts;

  public SignalsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("signals")
  @Operation("Lists signals, newest first: those of no known client that wait, unless said.")
  public Listing<SignalView> list(
      @QueryParam("source") String source,
      @QueryParam("state") @Values(SignalView.State.class) List<String> state,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    Set<SignalView.State> states = Query.constants("state", state, SignalView.State.class);
    boolean waiting = states.isEmpty() || states.contains(SignalView.State.WAITING);
    boolean both = waiting && states.contains(SignalView.State.DISMISSED);
    boolean assigned = states.contains(SignalView.State.ASSIGNED);
    if (assigned && states.size() > 1) {
      throw ProblemException.badField("state", "ASSIGNED is asked for alone");
    }
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::occurrences,
        tx ->
            OccurrenceQuery.builder()
                .source(Query.text(source))
                .unassigned(!assigned)
                .dismissed(both || assigned ? Optional.empty() : Optional.of(!waiting))
                .build(),
        (signal, names) -> SignalView.of(signal));
  }

  @GET
  @Path("signals/{id}")
  @Operation("Gets a signal of no known client.")
  public SignalView get(@PathParam("id") String id) {
    return SignalView.of(stored(id));
  }

  @POST
  @Path("signals/{id}/assign")
  @Operation("Says whose a signal is; remembered for what its source will call them.")
  public AssignedView assign(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      SignalBody body) {
    SignalBody given = Input.body(body);
    OptionalLong seen = seen(id, ifMatch);
    Meant meant = Input.read(parts, in -> meant(in, given));
    Assigned assigned =
        parts
            .signals()
            .assign(Caller.of(caller), id, seen, meant.client().id(), meant.asset().map(Asset::id));
    return parts.store().read(tx -> AssignedView.of(assigned, new Names(tx)));
  }

  @POST
  @Path("signals/{id}/dismiss")
  @Operation("Says that nobody has to care about a signal, with the reason.")
  public SignalView dismiss(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ReasonBody body) {
    String reason = Input.text(Input.body(body).reason());
    return SignalView.of(parts.signals().dismiss(Caller.of(caller), id, seen(id, ifMatch), reason));
  }

  @GET
  @Path("signal-mappings")
  @Operation("Lists what is remembered of the names that sources use.")
  public Listing<MappingView> mappings(
      @QueryParam("source") String source,
      @QueryParam("client") String client,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::signalMappings,
        tx ->
            SignalMappingQuery.builder()
                .source(Query.text(source))
                .clientId(References.clientFilter(tx, client))
                .removed(false)
                .build(),
        MappingView::of);
  }

  @DELETE
  @Path("signal-mappings/{id}")
  @Operation("Forgets what was said of some names; what came of it stays.")
  public void forget(@Context SecurityContext caller, @PathParam("id") String id) {
    parts.signals().forget(Caller.of(caller), id);
  }

  private record Meant(Client client, Optional<Asset> asset) {}

  private static Meant meant(Input in, SignalBody body) {
    in.required("client", body.client());
    Transaction tx = in.transaction();
    Client client =
        References.client(tx, Input.text(body.client()))
            .orElseThrow(() -> new InvalidInputException("client", "is not known"));
    Optional<Asset> asset =
        Input.optional(body.asset())
            .map(
                reference ->
                    References.asset(tx, Optional.of(client.id()), reference)
                        .orElseThrow(
                            () ->
                                new InvalidInputException(
                                    "asset", "is no equipment of this client")));
    return new Meant(client, asset);
  }

  private OptionalLong seen(String id, String ifMatch) {
    return Versions.given(ifMatch, "signal", id, stored(id).version());
  }

  private Occurrence stored(String id) {
    return parts
        .store()
        .read(tx -> tx.occurrences().find(id))
        .orElseThrow(() -> new NotFoundException("signal", id));
  }
}
