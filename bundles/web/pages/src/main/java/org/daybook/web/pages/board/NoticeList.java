package org.daybook.web.pages.board;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;

/** The notices that somebody may see. */
final class NoticeList {
  private static final int LOOKED_AT = PageRequest.MAX_SIZE;

  private NoticeList() {}

  /** In one state: urgent ones first, then the newest. Of very many, the newest 500. */
  static List<Notice> in(Notice.State state, Look look) {
    NoticeQuery all = NoticeQuery.builder().addStates(state).build();
    return seen(look, all)
        .sorted(Comparator.comparing(Notice::urgency, Comparator.reverseOrder()))
        .toList();
  }

  /** How many there are in one state, also of those that are not looked at. */
  static long count(Notice.State state, Look look, int found) {
    return Own.seesAll(look.actor())
        ? look.tx().notices().count(NoticeQuery.builder().addStates(state).build())
        : found;
  }

  /** That stand and are about the page of a path; those that wait for somebody first. */
  static List<Notice> about(String path, Look look) {
    NoticeQuery standing =
        NoticeQuery.builder().addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED).build();
    return seen(look, standing)
        .filter(notice -> notice.about().equals(Optional.of(path)))
        .sorted(
            Comparator.comparing(Notice::state)
                .thenComparing(Notice::urgency, Comparator.reverseOrder()))
        .toList();
  }

  private static Stream<Notice> seen(Look look, NoticeQuery all) {
    if (Own.seesAll(look.actor())) {
      return newest(look, all);
    }
    NoticeQuery own = NoticeQuery.builder().from(all).recipientId(look.actor().id()).build();
    return Stream.concat(
            newest(look, own), newest(look, all).filter(notice -> Own.isOf(look.actor(), notice)))
        .distinct()
        .sorted(Comparator.comparing(Notice::id).reversed());
  }

  private static Stream<Notice> newest(Look look, NoticeQuery query) {
    PageRequest page = new PageRequest(LOOKED_AT, Optional.empty(), true);
    return look.tx().notices().list(query, page).items().stream();
  }
}
