package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.notice.Notice;
import org.junit.Test;

/** What every {@link NoticeChannel} must do. */
public abstract class NoticeChannelContract {
  /** A channel whose other side takes messages. */
  protected abstract NoticeChannel createChannel() throws Exception;

  /** Each message that arrived at the other side of {@link #createChannel}, as people read it. */
  protected abstract List<String> arrived() throws Exception;

  /** A message to somebody whom the channel does not reach; empty if it reaches everybody. */
  protected Optional<NoticeMessage> unwanted() throws Exception {
    return Optional.empty();
  }

  @Test
  public void itsIdIsANameForMachines() throws Exception {
    assertThat(createChannel().id()).matches("[a-z0-9-]{1,40}");
  }

  @Test
  public void whatItTakesArrivesWithItsSentence() throws Exception {
    assertThat(createChannel().tell(Examples.noticeMessage())).isTrue();
    assertThat(arrived())
        .singleElement()
        .satisfies(
            text -> assertThat(text).contains(Examples.noticeMessage().notices().get(0).subject()));
  }

  @Test
  public void severalNoticesAreOneMessageWithAllSentences() throws Exception {
    Notice first = Examples.noticeMessage().notices().get(0);
    Notice second = first.toBuilder().id("notice-8").subject("Второе: посмотрите.").build();
    NoticeMessage both =
        Examples.noticeMessage().toBuilder().notices(List.of(first, second)).build();
    assertThat(createChannel().tell(both)).isTrue();
    assertThat(arrived())
        .singleElement()
        .satisfies(text -> assertThat(text).contains(first.subject(), second.subject()));
  }

  @Test
  public void tellingTheSameAgainIsHarmless() throws Exception {
    NoticeChannel channel = createChannel();
    assertThat(channel.tell(Examples.noticeMessage())).isTrue();
    assertThat(channel.tell(Examples.noticeMessage())).isTrue();
    assertThat(arrived()).isNotEmpty();
  }

  @Test
  public void whomItDoesNotReachItDoesNotTake() throws Exception {
    Optional<NoticeMessage> unwanted = unwanted();
    if (unwanted.isPresent()) {
      assertThat(createChannel().tell(unwanted.get())).isFalse();
      assertThat(arrived()).isEmpty();
    }
  }

  @Test
  public void itTellsOnManyThreads() throws Exception {
    NoticeChannel channel = createChannel();
    List<Boolean> taken =
        Together.onThreads(
            thread ->
                () ->
                    channel.tell(
                        Examples.noticeMessage().toBuilder().key("message-" + thread).build()));
    assertThat(taken).containsOnly(true);
    assertThat(arrived()).hasSize(Together.THREADS);
  }
}
