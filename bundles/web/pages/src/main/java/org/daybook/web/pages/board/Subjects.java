package org.daybook.web.pages.board;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** What notices are about. */
final class Subjects {
  private static final Pattern PATH = Pattern.compile("/board/([a-z]+)/([^/]+)");

  private Subjects() {}

  /** The id of the client whom the page of a path concerns; blank if it concerns none. */
  static String clientOf(Transaction tx, String path) {
    Matcher about = PATH.matcher(path);
    return about.matches() ? clientOf(tx, about.group(1), about.group(2)).orElse("") : "";
  }

  private static Optional<String> clientOf(Transaction tx, String things, String id) {
    return switch (things) {
      case "visits" -> tx.visits().find(id).map(Visit::clientId);
      case "tasks" -> tx.tasks().find(id).map(Task::clientId);
      case "disputes" -> tx.disputes().find(id).map(Dispute::clientId);
      case "deliveries" -> tx.deliveries().find(id).map(Delivery::clientId);
      case "clients" -> Optional.of(id);
      default -> Optional.empty();
    };
  }
}
