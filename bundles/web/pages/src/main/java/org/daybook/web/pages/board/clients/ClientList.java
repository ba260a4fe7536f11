package org.daybook.web.pages.board.clients;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;

/** The way to the cards: all clients with who comes to them, and when next. */
final class ClientList {
  private ClientList() {}

  static ClientListView of(Look look, Words words) {
    Map<String, Visit> next = next(look);
    List<Client> all =
        look.tx().clients().all(ClientQuery.everything()).stream()
            .sorted(Comparator.comparing(Client::name))
            .toList();
    return new ClientListView(
        rows(all, true, next, look, words), rows(all, false, next, look, words));
  }

  /** The first one of each client from now on. */
  private static Map<String, Visit> next(Look look) {
    VisitQuery coming =
        VisitQuery.builder().addStates(VisitState.SCHEDULED).from(look.now()).build();
    Map<String, Visit> next = new HashMap<>();
    look.tx().visits().all(coming).forEach(visit -> next.putIfAbsent(visit.clientId(), visit));
    return next;
  }

  private static List<ClientListView.Row> rows(
      List<Client> all, boolean active, Map<String, Visit> next, Look look, Words words) {
    return all.stream()
        .filter(client -> client.active() == active)
        .map(client -> row(client, Optional.ofNullable(next.get(client.id())), look, words))
        .toList();
  }

  private static ClientListView.Row row(
      Client client, Optional<Visit> next, Look look, Words words) {
    return new ClientListView.Row(
        client.name(),
        client.code(),
        look.link("/board/clients/" + client.id()),
        words.get("plan." + client.plan()),
        look.nameOf(client.engineerId()),
        next.map(visit -> look.moment(visit.plannedFor(), client.id())).orElse(""),
        next.map(visit -> look.link("/board/visits/" + visit.id())).orElse(""));
  }
}
