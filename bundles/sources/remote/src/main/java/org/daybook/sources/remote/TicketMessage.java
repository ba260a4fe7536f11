package org.daybook.sources.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/**
 * What Request Tracker says of one transaction on a ticket.
 *
 * @param transaction rises; unique in that Request Tracker
 * @param queue where the ticket stands after it
 * @param status the ticket's after it
 * @param movedBetweenQueues whether that is what the transaction did
 * @param text what was written to or by the client in it; blank if nothing was
 */
record TicketMessage(
    long ticket,
    long transaction,
    String queue,
    String status,
    boolean movedBetweenQueues,
    String requestors,
    String subject,
    String text) {

  /** Transactions whose text the client has seen; comments are for colleagues only. */
  private static final Set<String> OPEN_TEXTS = Set.of("Create", "Correspond");

  static TicketMessage read(JsonNode message) {
    Reader reader = new Reader(message, new ArrayList<>());
    String type = reader.text("type");
    TicketMessage read =
        new TicketMessage(
            reader.number("ticket"),
            reader.number("txn"),
            reader.required("queue"),
            reader.required("status"),
            type.equals("Set") && reader.text("field").equals("Queue"),
            reader.text("requestors"),
            reader.text("subject"),
            OPEN_TEXTS.contains(type) ? reader.text("content") : reader.checked("content"));
    if (!reader.errors.isEmpty()) {
      throw new InvalidInputException(reader.errors);
    }
    return read;
  }

  /** Reads fields and notes those that are wrong. */
  private record Reader(JsonNode message, List<FieldError> errors) {

    /** Request Tracker has ids as numbers in one place and as strings in another. */
    long number(String name) {
      JsonNode node = message.path(name);
      String digits = node.isIntegralNumber() ? node.asText() : node.textValue();
      if (isAbsent(node)) {
        wrong(name, "is missing");
      } else if (digits == null || !digits.matches("[1-9][0-9]{0,17}")) {
        wrong(name, "must be a positive number");
      } else {
        return Long.parseLong(digits);
      }
      return 0;
    }

    String text(String name) {
      JsonNode node = message.path(name);
      if (!node.isTextual() && !isAbsent(node)) {
        wrong(name, "must be a string");
      }
      return node.isTextual() ? node.textValue() : "";
    }

    String required(String name) {
      String value = text(name);
      if (isAbsent(message.path(name)) || (message.path(name).isTextual() && value.isBlank())) {
        wrong(name, "is missing");
      }
      return value;
    }

    /** Checks a text that is not for us. */
    String checked(String name) {
      text(name);
      return "";
    }

    private void wrong(String field, String message) {
      errors.add(new FieldError(field, message));
    }

    private static boolean isAbsent(JsonNode node) {
      return node.isMissingNode() || node.isNull();
    }
  }
}
