package org.daybook.core.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.delivery.Post;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.notice.Notice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notices by mail. There while {@link Post} is: a letter that is queued there goes out sooner or
 * later, and a key is written once.
 */
@Component(service = NoticeChannel.class, configurationPid = Config.PID)
public final class MailNoticeChannel implements NoticeChannel {
  /** Nobody reads more; the rest is on the board. */
  private static final int MOST = 50;

  private final Post post;
  private final Settings settings;

  @Activate
  public MailNoticeChannel(@Reference Post post, Config config) {
    this(post, Settings.of(config));
  }

  MailNoticeChannel(Post post, Settings settings) {
    this.post = post;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "mail";
  }

  @Override
  public boolean tell(NoticeMessage message) {
    Optional<String> address = message.to().email().filter(text -> !text.isBlank());
    boolean wanted = settings.telling().mail();
    if (!wanted || address.isEmpty() || message.to().noticeMail() == NoticeMail.NONE) {
      return false;
    }
    try {
      post.send(letter(message, new Letter.Mailbox(message.to().name(), address.get())));
      return true;
    } catch (InvalidInputException unwritable) {
      // Trying again writes to the same address; whoever it is has the board.
      return false;
    }
  }

  private Mailing letter(NoticeMessage message, Letter.Mailbox to) {
    Words words = new Words(message.language(), settings.words().zone());
    List<Notice> notices = message.notices();
    return Mailing.builder()
        .key(message.key())
        .to(to)
        .subject(subject(words, notices))
        .text(text(words, notices))
        .language(words.language())
        .build();
  }

  private static String subject(Words words, List<Notice> notices) {
    return notices.size() == 1
        ? words
            .sentence("mail.subject.one")
            .with("title", words.title(notices.get(0).kind()))
            .toString()
        : words.sentence("mail.subject.many").with("count", notices.size()).toString();
  }

  private String text(Words words, List<Notice> notices) {
    List<String> paragraphs = new ArrayList<>();
    notices.stream().limit(MOST).map(notice -> paragraph(words, notice)).forEach(paragraphs::add);
    if (notices.size() > MOST) {
      paragraphs.add(words.sentence("mail.more").with("count", notices.size() - MOST).toString());
    }
    paragraphs.add(
        words.sentence("mail.footer").with("board", post.addressOf("/board")).toString());
    return String.join("\n\n", paragraphs) + "\n";
  }

  private String paragraph(Words words, Notice notice) {
    String passedOn =
        notice
            .escalatedAt()
            .map(
                at ->
                    words
                            .sentence("mail.escalated")
                            .with("raised", words.moment(notice.raisedAt(), words.zone()))
                        + "\n")
            .orElse("");
    return passedOn + notice.subject() + "\n" + post.addressOf(notice.about().orElse("/board"));
  }
}
