package org.daybook.web.pages.board;

import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.Task;
import org.daybook.api.visit.Visit;

/** What notices are about. */
final class Subjects {
  private Subjects() {}

  /** The id of the client whom the page of a path concerns; blank if it concerns none. */
  static String clientOf(Transaction tx, String path) {
    return BoardRoutes.find(path)
        .flatMap(found -> clientOf(tx, found.route().page(), found.id()))
        .orElse("");
  }

  private static Optional<String> clientOf(Transaction tx, BoardRoute.Page page, String id) {
    return switch (page) {
      case VISIT -> tx.visits().find(id).map(Visit::clientId);
      case TASK -> tx.tasks().find(id).map(Task::clientId);
      case DISPUTE -> tx.disputes().find(id).map(Dispute::clientId);
      case DELIVERY -> tx.deliveries().find(id).map(Delivery::clientId);
      case CLIENT -> Optional.of(id);
      case BOARD, FIGURES, ACKNOWLEDGE -> Optional.empty();
    };
  }
}
