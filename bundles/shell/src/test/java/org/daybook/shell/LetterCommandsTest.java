package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.PostOffice;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;

public class LetterCommandsTest {
  private final Console console = new Console();

  @Before
  public void storeLetters() {
    console.store.prepare(
        tx -> {
          tx.letters()
              .insert(
                  Examples.outgoingLetter().toBuilder()
                      .state(DeliveryState.FAILED)
                      .lastAnswer("550 no such user")
                      .build());
          tx.letters()
              .insert(
                  Examples.outgoingLetter().toBuilder()
                      .id("letter-2")
                      .key("other")
                      .recipient("boris@romashka.test")
                      .state(DeliveryState.SENT)
                      .build());
        });
  }

  @Test
  public void lettersSayWhereTheyStand() throws Exception {
    LetterListCommand list = new LetterListCommand();
    assertThat(console.run(list))
        .contains("FAILED", "550 no such user", "anna@romashka.test", "Выезд инженера")
        .contains("letter-2", "SENT");
    list.state = DeliveryState.FAILED;
    assertThat(console.run(list)).contains("letter-1").doesNotContain("letter-2");
    list.recipient = "boris@romashka.test";
    assertThat(console.run(list)).contains("Nothing.");
  }

  @Test
  public void aLetterIsTriedAgain() throws Exception {
    List<String> retried = new ArrayList<>();
    console.with(
        PostOffice.class,
        (actor, id) -> {
          retried.add(id);
          return Examples.outgoingLetter();
        });
    LetterRetryCommand retry = new LetterRetryCommand();
    retry.letter = "letter-1";
    assertThat(console.run(retry)).contains("anna@romashka.test: QUEUED");
    assertThat(retried).containsExactly("letter-1");
  }
}
