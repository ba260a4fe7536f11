package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

/** Where a notice leads. */
public class NoticeFactsTest {
  @Test
  public void whatIsAboutOneThingLeadsToItsPage() {
    assertThat(NoticeFacts.page("visit:v-1:LATE")).isEqualTo("/board/visits/v-1");
    assertThat(NoticeFacts.page("delivery:d-1")).isEqualTo("/board/deliveries/d-1");
    assertThat(NoticeFacts.page("visit:v-1:report:r-1")).isEqualTo("/board/visits/v-1");
    assertThat(NoticeFacts.page("letter:l-1")).isEqualTo("/board/letters/l-1");
    assertThat(NoticeFacts.page("contact:c-1")).isEqualTo("/board/setup/contacts/c-1");
  }

  @Test
  public void aPlanThatHasNoReportsIsThatOfTheClient() {
    assertThat(NoticeFacts.page("plan:client-1")).isEqualTo("/board/clients/client-1");
  }

  @Test
  public void signalsAndFaultsLeadToWhereTheyAreLookedAfter() {
    assertThat(NoticeFacts.page("signal:monitoring:nobody ltd")).isEqualTo("/board/signals");
    assertThat(NoticeFacts.page("source:mail")).isEqualTo("/board/sources");
    assertThat(NoticeFacts.page("section:devices")).isEqualTo("/board/sources");
    assertThat(NoticeFacts.page("channel:none")).isEqualTo("/board/sources");
    assertThat(NoticeFacts.page("mailbox:bounces")).isEqualTo("/board/sources");
  }

  @Test
  public void whateverElseLeadsToTheBoard() {
    assertThat(NoticeFacts.page("links:key")).isEqualTo("/board");
    assertThat(NoticeFacts.page("nothing")).isEqualTo("/board");
  }
}
