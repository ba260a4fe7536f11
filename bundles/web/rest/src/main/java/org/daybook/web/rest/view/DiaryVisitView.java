package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.task.Priority;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/**
 * A visit with what an engineer has to know to get there.
 *
 * @param client code
 * @param zone of the client's times
 * @param contact the responsible person
 * @param waiting how many tasks wait for an answer, by priority; null if the visit is not near
 * @param checksPlanned whether the regulation's checks are on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryVisitView(
    String id,
    VisitKind kind,
    VisitState state,
    String client,
    String clientName,
    String siteName,
    String address,
    String zone,
    String engineer,
    String engineerName,
    Instant plannedFor,
    Instant requestedAt,
    Instant dueBy,
    Instant acceptedAt,
    Instant onTheWayAt,
    Instant arrivedAt,
    Instant departedAt,
    boolean checksPlanned,
    DiaryContactView contact,
    Map<Priority, Integer> waiting,
    long version) {
  public static DiaryVisitView of(
      Visit visit, DiaryContactView contact, Map<Priority, Integer> waiting, Names names) {
    Optional<Client> client = names.transaction().clients().find(visit.clientId());
    Optional<Site> site = names.transaction().sites().find(visit.siteId());
    return new DiaryVisitView(
        visit.id(),
        visit.kind(),
        visit.state(),
        client.map(Client::code).orElse(null),
        client.map(Client::name).orElse(null),
        site.map(Site::name).orElse(null),
        site.map(Site::address).orElse(null),
        client.map(c -> c.zone().getId()).orElse(null),
        visit.engineerId(),
        names.staff(Optional.of(visit.engineerId())),
        visit.plannedFor(),
        visit.requestedAt().orElse(null),
        visit.dueBy().orElse(null),
        visit.acceptedAt().orElse(null),
        visit.onTheWayAt().orElse(null),
        visit.arrivedAt().orElse(null),
        visit.departedAt().orElse(null),
        visit.checksPlanned(),
        contact,
        waiting,
        visit.version());
  }
}
