package org.daybook.web.pages.board;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.daybook.api.notice.Notice;
import org.daybook.web.pages.template.SafeHtml;

/** The first page: what waits for somebody, and how the month goes. */
final class HomePage {
  /** The rest is on the page of notices. */
  private static final int MOST = 20;

  private final Clock clock;
  private final MonthInShort months;
  private final Words words;

  HomePage(Clock clock, MonthInShort months, Words words) {
    this.clock = clock;
    this.months = months;
    this.words = words;
  }

  BoardView of(Look look, String root, SafeHtml today) {
    boolean all = Own.seesAll(look.actor());
    List<Notice> waiting = NoticeList.first(MOST, Notice.State.RAISED, look);
    List<Notice> seen = NoticeList.first(MOST, Notice.State.ACKNOWLEDGED, look);
    YearMonth month = FiguresPage.thisMonth(clock, words);
    return new BoardView(
        all,
        NoticeList.count(Notice.State.RAISED, look),
        views(waiting, look, root),
        views(seen, look, root),
        root + "board/notices",
        all ? words.month(month) : "",
        all ? figures(month) : List.of(),
        root + "board/figures?month=" + month,
        today);
  }

  private static List<NoticeView> views(List<Notice> notices, Look look, String root) {
    return NoticeView.of(notices, look, root);
  }

  /** The few that are asked for most. */
  private List<Fact> figures(YearMonth month) {
    return months
        .of(month)
        .map(
            sums ->
                List.of(
                    figure("visits", sums.made() + " / " + sums.planned()),
                    figure("remote", Sums.percent(sums.remote())),
                    figure("firstTime", Sums.percent(sums.firstTime())),
                    figure("promises", String.valueOf(sums.promises())),
                    figure("kept", Sums.percent(sums.kept()))))
        .orElse(List.of());
  }

  private Fact figure(String key, String value) {
    return new Fact(words.get("short." + key), value, "", "");
  }
}
