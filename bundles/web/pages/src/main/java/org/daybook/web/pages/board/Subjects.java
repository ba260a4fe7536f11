package org.daybook.web.pages.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** What notices are about. */
final class Subjects {
  private static final Pattern PATH = Pattern.compile("/board/([a-z]+)/([^/]+)");

  private Subjects() {}

  /**
   * The ids of the clients whom pages concern, by their paths; without those that concern none. The
   * store is asked once for each kind of page.
   */
  static Map<String, String> clients(Transaction tx, Collection<String> paths) {
    Map<String, Map<String, String>> pathsById = new HashMap<>();
    for (String path : paths) {
      Matcher about = PATH.matcher(path);
      if (about.matches()) {
        pathsById
            .computeIfAbsent(about.group(1), things -> new HashMap<>())
            .put(about.group(2), path);
      }
    }
    Map<String, String> clients = new HashMap<>();
    pathsById.forEach(
        (things, known) ->
            clientsOf(tx, things, known.keySet())
                .forEach((id, clientId) -> clients.put(known.get(id), clientId)));
    return clients;
  }

  private static Map<String, String> clientsOf(Transaction tx, String things, Set<String> ids) {
    return switch (things) {
      case "visits" -> byId(tx.visits().find(ids), Visit::id, Visit::clientId);
      case "tasks" -> byId(tx.tasks().find(ids), Task::id, Task::clientId);
      case "disputes" -> byId(tx.disputes().find(ids), Dispute::id, Dispute::clientId);
      case "deliveries" -> byId(tx.deliveries().find(ids), Delivery::id, Delivery::clientId);
      case "clients" -> byId(ids, Function.identity(), Function.identity());
      default -> Map.of();
    };
  }

  private static <T> Map<String, String> byId(
      Collection<T> things, Function<T, String> id, Function<T, String> clientId) {
    return things.stream().collect(Collectors.toMap(id, clientId));
  }
}
