package org.daybook.web.pages.board;

import java.time.YearMonth;
import java.util.List;
import org.daybook.api.figures.Figures;
import org.daybook.api.notice.Notice;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.template.SafeHtml;

/** The first page: what waits for somebody, and how the month goes. */
final class HomePage {
  /** The rest is on the page of notices. */
  private static final int MOST = 20;

  private final Parts parts;
  private final Words words;

  HomePage(Parts parts, Words words) {
    this.parts = parts;
    this.words = words;
  }

  BoardView of(Look look, String root, SafeHtml today) {
    boolean all = Own.seesAll(look.actor());
    List<Notice> waiting = NoticeList.first(MOST, Notice.State.RAISED, look);
    List<Notice> seen = NoticeList.first(MOST, Notice.State.ACKNOWLEDGED, look);
    YearMonth month = FiguresPage.thisMonth(parts.clock(), words);
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
    return notices.stream().map(notice -> NoticeView.of(notice, look, root)).toList();
  }

  /** The few that are asked for most. */
  private List<Fact> figures(YearMonth month) {
    return parts
        .figures()
        .map(figures -> Sums.of(figures.of(month, Figures.By.CLIENT)))
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
