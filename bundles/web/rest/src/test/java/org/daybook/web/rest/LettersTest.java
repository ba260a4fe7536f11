package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class LettersTest {
  private static final String LETTERS = "/api/v1/letters";
  private static final String LETTER = LETTERS + "/letter-1";

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeLetters() {
    server.parts.store.prepare(
        tx -> {
          tx.letters()
              .insert(
                  Examples.outgoingLetter().toBuilder()
                      .state(DeliveryState.FAILED)
                      .attempts(2)
                      .lastAnswer("550 no")
                      .frozen("What it says is not told")
                      .build());
          tx.letters()
              .insert(
                  Examples.outgoingLetter().toBuilder()
                      .id("letter-2")
                      .key("reminder:visit-1:contact-1")
                      .recipient("boris@romashka.test")
                      .state(DeliveryState.SENT)
                      .build());
        });
  }

  @Test
  public void lettersAreListedNewestFirstByStateRecipientAndKey() {
    assertThat(ids("")).containsExactly("letter-2", "letter-1");
    assertThat(ids("?state=FAILED")).containsExactly("letter-1");
    assertThat(ids("?state=FAILED&state=SENT")).containsExactly("letter-2", "letter-1");
    assertThat(ids("?recipient=boris@romashka.test")).containsExactly("letter-2");
    assertThat(ids("?key=reminder:visit-1:contact-1")).containsExactly("letter-2");
    assertThat(ids("?limit=1")).containsExactly("letter-2");
    assertThat(server.manager().get(LETTERS + "?state=LOST").status()).isEqualTo(400);
  }

  @Test
  public void aLetterTellsOfItsDeliveryAndNotWhatItSays() {
    RestServer.Reply reply = server.manager().get(LETTER);
    JsonNode letter = reply.json();
    assertThat(letter.path("subject").asText()).isEqualTo("Выезд инженера 12.03 в 09:00");
    assertThat(letter.path("state").asText()).isEqualTo("FAILED");
    assertThat(letter.path("lastAnswer").asText()).isEqualTo("550 no");
    assertThat(letter.path("overseer").asText()).isEqualTo(Examples.MANAGER_ID);
    assertThat(letter.path("sentAt").isNull()).isTrue();
    assertThat(reply.text()).doesNotContain("not told");
    assertThat(server.manager().get(LETTERS + "/none").status()).isEqualTo(404);
  }

  @Test
  public void aLetterIsRetried() {
    RestServer.Reply retried = server.manager().ifMatch(1).post(LETTER + "/retry");
    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.json().path("state").asText()).isEqualTo("QUEUED");
    assertThat(server.manager().ifMatch(1).post(LETTER + "/retry").status()).isEqualTo(409);
    assertThat(server.manager().post(LETTERS + "/letter-2/retry").status()).isEqualTo(409);
    assertThat(server.manager().post(LETTERS + "/none/retry").status()).isEqualTo(404);
  }

  @Test
  public void theLinkOfALetterIsTakenBack() {
    assertThat(server.manager().post(LETTER + "/revoke-link").status()).isEqualTo(200);
    assertThat(server.parts.letters.revoked).containsExactly("letter-1");
    assertThat(server.manager().post(LETTERS + "/none/revoke-link").status()).isEqualTo(404);
  }

  private List<String> ids(String filter) {
    return server.manager().get(LETTERS + filter).json().path("items").findValuesAsText("id");
  }
}
