package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.delivery.Post;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.Notice;
import org.daybook.testkit.Examples;
import org.daybook.testkit.NoticeChannelContract;
import org.junit.Test;

public class MailNoticeChannelTest extends NoticeChannelContract {
  private final FakePost post = new FakePost();
  private final MailNoticeChannel mail = new MailNoticeChannel(post, Configs.DEFAULTS);

  @Override
  protected NoticeChannel createChannel() {
    return mail;
  }

  @Override
  protected List<String> arrived() {
    return post.letters().stream().map(letter -> letter.subject() + "\n" + letter.text()).toList();
  }

  @Override
  protected Optional<NoticeMessage> unwanted() {
    NoticeMessage message = Examples.noticeMessage();
    return Optional.of(
        message.toBuilder()
            .to(message.to().toBuilder().noticeMail(NoticeMail.NONE).build())
            .build());
  }

  @Test
  public void aLetterSaysWhatHappenedAndWhereToLook() {
    assertThat(mail.tell(Examples.noticeMessage())).isTrue();
    Mailing letter = post.letters().get(0);
    assertThat(letter.key()).isEqualTo(Examples.noticeMessage().key());
    assertThat(letter.to()).isEqualTo(new Letter.Mailbox("Ольга Берёзкина", "olga@service.test"));
    assertThat(letter.language()).isEqualTo(Examples.RUSSIAN);
    assertThat(letter.subject()).isEqualTo("Daybook: выезд не начался вовремя");
    assertThat(letter.text())
        .isEqualTo(
            Examples.noticeMessage().notices().get(0).subject()
                + """

                https://daybook.example.com/board/visits/visit-1

                Отметьте на доске то, что увидели, иначе уведомление получит ваш руководитель: \
                https://daybook.example.com/board
                """);
  }

  @Test
  public void manyNoticesAreCountedAndCut() {
    Notice one = Examples.noticeMessage().notices().get(0);
    List<Notice> many =
        IntStream.range(0, 72)
            .<Notice>mapToObj(i -> one.toBuilder().id("n" + i).subject("Факт " + i + ".").build())
            .toList();
    mail.tell(Examples.noticeMessage().toBuilder().notices(many).build());
    Mailing letter = post.letters().get(0);
    assertThat(letter.subject()).isEqualTo("Daybook: 72 уведомления");
    assertThat(letter.text())
        .contains("Факт 49.", "И ещё 22 уведомления на доске.")
        .doesNotContain("Факт 50.");
  }

  @Test
  public void whatWasPassedOnSaysSo() {
    Notice one = Examples.noticeMessage().notices().get(0);
    mail.tell(
        Examples.noticeMessage().toBuilder()
            .notices(List.of(one.toBuilder().escalatedAt(Examples.NOW).build()))
            .build());
    assertThat(post.letters().get(0).text())
        .startsWith("Передано вам, потому что на уведомление от 12 марта в 9:00 никто не ответил.");
  }

  @Test
  public void whoHasNoAddressIsNotWrittenTo() {
    NoticeMessage message = Examples.noticeMessage();
    for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of(" "))) {
      assertThat(
              mail.tell(
                  message.toBuilder().to(message.to().toBuilder().email(none).build()).build()))
          .isFalse();
    }
    post.failure = Optional.of(new InvalidInputException("to", "is no address"));
    assertThat(mail.tell(message)).isFalse();
    assertThat(post.letters()).isEmpty();
  }

  @Test
  public void noLetterIsWrittenWhereNoticesDoNotGoByMail() {
    MailNoticeChannel silent =
        new MailNoticeChannel(post, Configs.settings(Map.of("mailNotices", false)));
    assertThat(silent.tell(Examples.noticeMessage())).isFalse();
    assertThat(post.letters()).isEmpty();
  }

  @Test
  public void aPostThatIsDownIsAFailure() {
    post.failure = Optional.of(new UnavailableException("No database."));
    assertThatThrownBy(() -> mail.tell(Examples.noticeMessage()))
        .isInstanceOf(UnavailableException.class);
  }

  /** Writes each key once. */
  private static final class FakePost implements Post {
    private final Map<String, Mailing> letters = new LinkedHashMap<>();
    private Optional<RuntimeException> failure = Optional.empty();

    @Override
    public synchronized void send(Mailing mailing) {
      failure.ifPresent(
          thrown -> {
            throw thrown;
          });
      letters.putIfAbsent(mailing.key(), mailing);
    }

    @Override
    public String addressOf(String path) {
      return "https://daybook.example.com" + path;
    }

    private synchronized List<Mailing> letters() {
      return new ArrayList<>(letters.values());
    }
  }
}
