package org.daybook.web.pages.board;

import java.util.List;
import java.util.Map;
import org.daybook.api.notice.Notice;

/**
 * A notice on a page.
 *
 * @param kind what such a notice is called
 * @param subject what happened and what to do
 * @param client whom it concerns; may be blank
 * @param since since when it is known, and how often it was seen
 * @param to whom it is for
 * @param escalated to whom it was passed on; may be blank
 * @param acknowledged by whom; blank while nobody has
 * @param href the page about it; blank if there is none
 * @param action where its button sends to; blank without a button
 * @param key of its form
 */
public record NoticeView(
    String id,
    boolean urgent,
    String kind,
    String subject,
    String client,
    String since,
    String to,
    String escalated,
    String acknowledged,
    String href,
    String action,
    String key) {

  /** As their reader sees them. */
  public static List<NoticeView> of(List<Notice> notices, Look look, String root) {
    Map<String, String> clients =
        Subjects.clients(
            look.tx(), notices.stream().flatMap(notice -> notice.about().stream()).toList());
    return notices.stream()
        .map(notice -> of(notice, clients.getOrDefault(notice.about().orElse(""), ""), look, root))
        .toList();
  }

  private static NoticeView of(Notice notice, String clientId, Look look, String root) {
    Words words = look.words();
    String about = notice.about().orElse("");
    boolean raised = notice.state() == Notice.State.RAISED;
    String since = words.get("notice.since", look.moment(notice.raisedAt(), clientId));
    return new NoticeView(
        notice.id(),
        notice.urgency() == Notice.Urgency.URGENT && raised,
        words.getOr("kind." + notice.kind(), words.get("kind.OTHER")),
        notice.subject(),
        clientId.isEmpty() ? "" : look.clientName(clientId),
        notice.seen() > 1 ? since + ", " + words.get("notice.seen", notice.seen()) : since,
        notice.recipientId().map(look::nameOf).orElse(words.get("operators")),
        escalated(notice, look, clientId),
        acknowledged(notice, look, clientId),
        about.equals("/board") ? "" : look.link(about),
        raised ? root + "board/notices/" + notice.id() + "/acknowledge" : "",
        raised ? look.visitor().key("acknowledge:" + notice.id()) : "");
  }

  private static String escalated(Notice notice, Look look, String clientId) {
    return notice
        .escalatedAt()
        .map(
            at ->
                notice.escalatedTo().map(look::nameOf).orElse(look.words().get("operators"))
                    + ", "
                    + look.moment(at, clientId))
        .orElse("");
  }

  private static String acknowledged(Notice notice, Look look, String clientId) {
    return notice.state() == Notice.State.ACKNOWLEDGED
        ? look.nameOf(notice.acknowledgedBy())
            + notice.acknowledgedAt().map(at -> ", " + look.moment(at, clientId)).orElse("")
        : "";
  }
}
