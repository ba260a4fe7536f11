package org.daybook.web.pages.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.notice.Notice;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;

/** The notices that somebody may see. */
public final class NoticeList {
  private NoticeList() {}

  /**
   * Those that somebody may see: managers all, others what is for them or was passed on to them.
   */
  public static NoticeQuery.Builder of(Look look) {
    NoticeQuery.Builder query = NoticeQuery.builder();
    return Own.seesAll(look.actor()) ? query : query.concernsId(look.actor().id());
  }

  /** The first of those in one state: urgent ones first, then the newest. */
  static List<Notice> first(int most, Notice.State state, Look look) {
    List<Notice> first = new ArrayList<>();
    for (Notice.Urgency urgency : List.of(Notice.Urgency.URGENT, Notice.Urgency.NORMAL)) {
      if (first.size() < most) {
        NoticeQuery query = of(look).addStates(state).addUrgencies(urgency).build();
        first.addAll(newest(most - first.size(), query, look));
      }
    }
    return first;
  }

  /** How many of them are in one state. */
  public static long count(Notice.State state, Look look) {
    return look.tx().notices().count(of(look).addStates(state).build());
  }

  /** That stand and are about the page of a path; those that wait for somebody first. */
  static List<Notice> about(String path, Look look) {
    NoticeQuery standing =
        of(look).about(path).addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED).build();
    return newest(Details.MOST, standing, look).stream()
        .sorted(
            Comparator.comparing(Notice::state)
                .thenComparing(Notice::urgency, Comparator.reverseOrder()))
        .toList();
  }

  private static List<Notice> newest(int most, NoticeQuery query, Look look) {
    return look.tx().notices().list(query, new PageRequest(most, Optional.empty(), true)).items();
  }
}
