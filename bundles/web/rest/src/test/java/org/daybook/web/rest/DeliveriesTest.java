package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class DeliveriesTest {
  private static final String DELIVERY = "/api/v1/deliveries/delivery-1";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeDeliveries() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.reports().insert(Examples.report());
          tx.reports().insert(Examples.report().toBuilder().id("report-2").revision(2).build());
          tx.reports()
              .insert(
                  Examples.report().toBuilder()
                      .id("report-3")
                      .number("2026-0003")
                      .visitId("visit-3")
                      .build());
          tx.deliveries().insert(Examples.delivery());
          tx.deliveries().insert(of("report-2", "delivery-2"));
          tx.deliveries().insert(of("report-3", "delivery-3"));
          tx.reportLinks().insert(Examples.reportLink());
        });
  }

  @Test
  public void deliveryTellsItsWholeHistory() {
    change(d -> d.state(DeliveryState.DEFERRED).attempts(1).lastAnswer("451 later").build());
    change(d -> d.nextAttemptAt(Examples.NOW.plusSeconds(60)).build());
    change(d -> d.state(DeliveryState.QUEUED).build());
    change(
        d ->
            d.state(DeliveryState.SENT)
                .attempts(2)
                .lastAnswer("250 ok")
                .stateAt(Examples.NOW)
                .build());

    JsonNode delivery = server.manager().get(DELIVERY).json();

    JsonNode history = delivery.path("history");
    assertThat(history.findValuesAsText("state"))
        .containsExactly("QUEUED", "DEFERRED", "QUEUED", "SENT");
    assertThat(history.findValuesAsText("attempts")).containsExactly("0", "1", "1", "2");
    assertThat(history.get(0).path("answer").isNull()).isTrue();
    assertThat(history.get(1).path("answer").asText()).isEqualTo("451 later");
    assertThat(history.get(3).path("answer").asText()).isEqualTo("250 ok");
    assertThat(history.get(3).path("by").asText()).isEqualTo("delivery");
    assertThat(history.get(3).path("at").asText()).isNotEmpty();
    assertThat(delivery.path("attempts").asInt()).isEqualTo(2);
    assertThat(delivery.path("stateAt").asText()).isEqualTo(Examples.NOW.toString());
    assertThat(delivery.path("nextAttemptAt").asText()).isNotEmpty();
    assertThat(delivery.path("revision").asInt()).isEqualTo(1);
  }

  @Test
  public void listShowsTheDeliveriesOfEveryRevision() {
    assertThat(ids("?visit=visit-1")).containsExactly("delivery-2", "delivery-1");
    assertThat(ids("?visit=visit-1&report=report-2")).containsExactly("delivery-2");
    assertThat(ids("?report=report-3")).containsExactly("delivery-3");
    assertThat(ids("?visit=none")).isEmpty();
    assertThat(ids("?visit=visit-1&limit=1")).containsExactly("delivery-2");
    JsonNode first = server.manager().get("/api/v1/deliveries").json().path("items").get(0);
    assertThat(first.path("history")).isEmpty();
    assertThat(first.path("link").isNull()).isTrue();
  }

  @Test
  public void linkIsTakenBack() {
    assertThat(server.manager().get(DELIVERY).json().path("link").path("revokedAt").isNull())
        .isTrue();

    RestServer.Reply revoked = server.manager().ifMatch(1).post(DELIVERY + "/revoke-link");

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().path("link").path("revokedAt").asText())
        .isEqualTo(Examples.NOW.toString());
    assertThat(server.manager().get(DELIVERY).text()).doesNotContain(Examples.reportLink().hash());
    assertThat(server.manager().post("/api/v1/deliveries/x/revoke-link").status()).isEqualTo(404);
  }

  @Test
  public void actionOnAnOlderVersionIsRefusedAndDoesNothing() {
    change(d -> d.state(DeliveryState.FAILED).build());

    assertThat(server.manager().ifMatch(1).post(DELIVERY + "/retry").status()).isEqualTo(409);
    assertThat(server.manager().ifMatch(1).post(DELIVERY + "/revoke-link").status()).isEqualTo(409);
    assertThat(stored().state()).isEqualTo(DeliveryState.FAILED);
    assertThat(server.manager().get(DELIVERY).json().path("link").path("revokedAt").isNull())
        .isTrue();

    RestServer.Reply retried = server.manager().ifMatch(2).post(DELIVERY + "/retry");
    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.json().path("state").asText()).isEqualTo("QUEUED");
    assertThat(retried.json().path("history").findValuesAsText("state"))
        .containsExactly("QUEUED", "FAILED", "QUEUED");
  }

  private List<String> ids(String filter) {
    return server
        .manager()
        .get("/api/v1/deliveries" + filter)
        .json()
        .path("items")
        .findValuesAsText("id");
  }

  private Delivery stored() {
    return server.parts.store.read(tx -> tx.deliveries().find("delivery-1")).get();
  }

  private void change(java.util.function.Function<Delivery.Builder, Delivery> change) {
    server.parts.store.inTransaction(
        Actor.system("delivery"),
        tx ->
            tx.deliveries()
                .update(change.apply(tx.deliveries().find("delivery-1").get().toBuilder())));
  }

  private static Delivery of(String report, String id) {
    return Examples.delivery().toBuilder().id(id).reportId(report).messageId(id).build();
  }
}
