package org.daybook.web.rest.resource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.directory.Client;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.VisitTerms;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.TermsBody;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.NormView;
import org.daybook.web.rest.view.TermsView;

/** What clients have agreed on about visits, and how many they are due. */
@Path(Paths.CLIENTS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TermsResource {
  private final Parts parts;

  public TermsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("{id}/terms")
  @Operation("Gets what a client has agreed on about visits.")
  public TermsView terms(@PathParam("id") String id) {
    return view(stored(client(id)));
  }

  @PUT
  @Path("{id}/terms")
  @Operation("Changes what a client has agreed on to what the body says.")
  public TermsView change(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      TermsBody body) {
    String client = client(id);
    long version = Versions.required(ifMatch, "visit terms", client, stored(client).version());
    TermsBody given = Input.body(body);
    VisitTerms terms =
        VisitTerms.builder()
            .id(client)
            .visitsPerMonth(Optional.ofNullable(given.visitsPerMonth()))
            .reason(Input.optional(given.reason()))
            .addAllWeekdays(weekdays(given.weekdays()))
            .earliest(Days.time("earliest", given.earliest()))
            .latest(Days.time("latest", given.latest()))
            .closedDays(closedDays(given.closedDays()))
            .pattern(Input.optional(given.pattern()))
            .patternTime(Days.time("patternTime", given.patternTime()))
            .version(version)
            .build();
    return view(parts.planning().setTerms(Caller.of(caller), terms));
  }

  @GET
  @Path("{id}/norm")
  @Operation("Says how many visits a month a client is due, for how many devices, and why.")
  public NormView norm(@PathParam("id") String id) {
    Norm norm = parts.planning().norm(client(id));
    return parts.store().read(tx -> NormView.of(norm, new Names(tx)));
  }

  private static List<DayOfWeek> weekdays(List<DayOfWeek> given) {
    List<DayOfWeek> weekdays = given == null ? List.of() : given;
    if (weekdays.stream().anyMatch(Objects::isNull)) {
      throw new InvalidInputException("weekdays", "must not hold null");
    }
    return weekdays;
  }

  private static List<LocalDate> closedDays(List<String> given) {
    return given == null
        ? List.of()
        : given.stream().map(day -> Days.requiredDay("closedDays", day)).toList();
  }

  private String client(String reference) {
    return parts
        .store()
        .read(tx -> References.client(tx, reference))
        .map(Client::id)
        .orElseThrow(() -> new NotFoundException("client", reference));
  }

  private VisitTerms stored(String clientId) {
    return parts
        .store()
        .read(tx -> tx.visitTerms().find(clientId))
        .orElseGet(() -> VisitTerms.builder().id(clientId).build());
  }

  private TermsView view(VisitTerms terms) {
    return parts.store().read(tx -> TermsView.of(terms, new Names(tx)));
  }
}
