package org.daybook.web.rest.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.json.Json;

/**
 * Something that happened to a delivery, as the audit trail has it.
 *
 * @param answer what the server, or we, said
 * @param by who did it: a person, or a part of the platform
 */
public record DeliveryStepView(
    Instant at, DeliveryState state, int attempts, String answer, String by) {
  private static final String KIND = "delivery";

  /** All steps of a delivery, oldest first. */
  static List<DeliveryStepView> of(Delivery delivery, Transaction tx) {
    AuditQuery query = AuditQuery.builder().kind(KIND).valueId(delivery.id()).build();
    List<DeliveryStepView> steps = new ArrayList<>();
    DeliveryStepView now = new DeliveryStepView(null, DeliveryState.QUEUED, 0, null, null);
    Optional<String> cursor = Optional.empty();
    do {
      Page<AuditEntry> page = tx.audit(query, new PageRequest(PageRequest.MAX_SIZE, cursor, false));
      for (AuditEntry entry : page.items()) {
        ObjectNode change =
            Json.read(entry.change().getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        now = now.after(entry, change);
        if (change.has("state") || change.has("attempts") || change.has("lastAnswer")) {
          steps.add(now);
        }
      }
      cursor = page.next();
    } while (cursor.isPresent());
    return steps;
  }

  private DeliveryStepView after(AuditEntry entry, ObjectNode change) {
    JsonNode nextState = change.path("state").path(1);
    JsonNode nextAnswer = change.path("lastAnswer").path(1);
    return new DeliveryStepView(
        entry.at(),
        nextState.isTextual() ? DeliveryState.valueOf(nextState.asText()) : state,
        change.path("attempts").path(1).asInt(attempts),
        nextAnswer.isMissingNode() ? answer : nextAnswer.asText(null),
        entry.actorName());
  }
}
