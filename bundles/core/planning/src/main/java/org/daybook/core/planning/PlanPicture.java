package org.daybook.core.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daybook.api.visit.VisitState;

/** A plan as SVG: a row for each engineer, a column for each day, a box for each visit. */
final class PlanPicture {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int NAMES = 190;
  private static final int DAY = 70;
  private static final int DAY_OFF = 22;
  private static final int HEAD = 84;
  private static final int BOX = 20;
  private static final int GAP = 4;
  private static final String DRAFT = "#dbe9fb";
  private static final String PLANNED = "#d5f0dc";
  private static final String LINE = "#5b7fa8";
  private static final String PINNED = "#1a1a1a";
  private static final String AWAY = "#f3e3c8";
  private static final String AWAY_LINE = "#8f6a24";
  private static final int FOOT = 34;
  private static final int LONGEST_CODE = 11;
  private static final int LONGEST_NAME = 26;

  private final Words words;

  PlanPicture(Words words) {
    this.words = words;
  }

  String of(ShownPlan shown) {
    Map<String, List<ShownPlan.Line>> rows =
        shown.lines().stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.engineer() + '\0' + line.visit().engineerId(),
                    TreeMap::new,
                    Collectors.toList()));
    return new Drawing(shown, rows).draw();
  }

  /** One picture in the making. */
  private final class Drawing {
    private final StringBuilder svg = new StringBuilder(16_384);
    private final ShownPlan shown;
    private final Map<String, List<ShownPlan.Line>> rows;
    private final List<LocalDate> days = new ArrayList<>();
    private final Map<LocalDate, Integer> left = new TreeMap<>();
    private int width = NAMES;

    Drawing(ShownPlan shown, Map<String, List<ShownPlan.Line>> rows) {
      this.shown = shown;
      this.rows = rows;
      Set<LocalDate> used =
          shown.lines().stream().map(ShownPlan.Line::day).collect(Collectors.toSet());
      for (int day = 1; day <= shown.plan().month().lengthOfMonth(); day++) {
        LocalDate date = shown.plan().month().atDay(day);
        days.add(date);
        left.put(date, width);
        width += isOff(date) && !used.contains(date) ? DAY_OFF : DAY;
      }
    }

    String draw() {
      int height =
          HEAD + rows.values().stream().mapToInt(lines -> height(byDay(lines))).sum() + FOOT;
      String title =
          words.get(
              "picture.title",
              shown
                      .plan()
                      .month()
                      .getMonth()
                      .getDisplayName(TextStyle.FULL_STANDALONE, words.language())
                  + " "
                  + shown.plan().month().getYear());
      String description =
          words.get(
              "picture.description",
              shown.lines().size(),
              rows.size(),
              shown.plan().unmet().size());
      svg.append(
          """
          <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
          role="img" aria-labelledby="title description" font-family="sans-serif" font-size="11">
          <title id="title">%s</title>
          <desc id="description">%s</desc>
          <rect width="100%%" height="100%%" fill="#ffffff"/>
          """
              .formatted(
                  width + GAP, height, width + GAP, height, escaped(title), escaped(description)));
      text(10, 26, 18, "#1a1a1a", title, " font-weight=\"bold\"");
      text(10, 44, 11, "#4a4a4a", words.get("picture." + shown.plan().state()), "");
      columns(height);
      int top = HEAD;
      for (Map.Entry<String, List<ShownPlan.Line>> row : rows.entrySet()) {
        top = row(row.getValue(), top);
      }
      text(
          10,
          height - 12,
          11,
          shown.plan().unmet().isEmpty() ? "#4a4a4a" : "#8a1c1c",
          words.get("picture.unmet", shown.plan().unmet().size()),
          "");
      legend(height - FOOT + 8);
      return svg.append("</svg>\n").toString();
    }

    /** What the colours mean, for those who see them; each box says the rest itself. */
    private void legend(int y) {
      int x = NAMES;
      x = legend(x, y, DRAFT, LINE, "picture.legend.draft");
      x = legend(x, y, PLANNED, LINE, "picture.legend.planned");
      x = legend(x, y, DRAFT, PINNED, "picture.legend.pinned");
      legend(x, y, AWAY, AWAY_LINE, "picture.legend.away");
    }

    private int legend(int x, int y, String fill, String stroke, String key) {
      String says = words.get(key);
      box(x, y, 18, 14, fill, stroke);
      text(x + 24, y + 11, 11, "#4a4a4a", says, "");
      return x + 44 + says.length() * 7;
    }

    private void columns(int height) {
      for (LocalDate day : days) {
        int x = left.get(day);
        int wide = wide(day);
        if (isOff(day)) {
          box(x, HEAD - 30, wide, height - HEAD - FOOT + 30, "#e8e8e8", "none");
        }
        String name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, words.language());
        String middle = " text-anchor=\"middle\"";
        text(x + wide / 2, HEAD - 18, 11, "#1a1a1a", String.valueOf(day.getDayOfMonth()), middle);
        text(x + wide / 2, HEAD - 5, 9, "#4a4a4a", name, middle);
      }
    }

    private int row(List<ShownPlan.Line> lines, int top) {
      Map<LocalDate, List<ShownPlan.Line>> byDay = byDay(lines);
      int height = height(byDay);
      line(0, top, width, top);
      String name = shortened(lines.get(0).engineer(), LONGEST_NAME);
      text(10, top + BOX - 3, 12, "#1a1a1a", name, "");
      Set<LocalDate> away = shown.away().getOrDefault(lines.get(0).visit().engineerId(), Set.of());
      for (LocalDate day : days) {
        if (away.contains(day)) {
          int x = left.get(day);
          box(x + 1, top + 1, wide(day) - 2, height - 2, AWAY, AWAY_LINE);
        }
      }
      byDay.forEach(
          (day, visits) -> {
            for (int i = 0; i < visits.size(); i++) {
              visit(visits.get(i), left.get(day) + 2, top + GAP + i * (BOX + 2));
            }
          });
      return top + height;
    }

    private void visit(ShownPlan.Line line, int x, int y) {
      boolean pinned = shown.plan().pinned().contains(line.visit().id());
      boolean draft = line.visit().state() == VisitState.DRAFT;
      String label =
          words.get(
              "picture.visit",
              line.client().name(),
              line.day().toString(),
              TIME.format(line.begin()),
              TIME.format(line.begin().plusMinutes(line.minutes())));
      svg.append("<g><title>").append(escaped(label)).append("</title>\n");
      box(x, y, DAY - 4, BOX, draft ? DRAFT : PLANNED, pinned ? PINNED : LINE);
      text(x + 3, y + 13, 9, "#1a1a1a", shortened(line.client().code(), LONGEST_CODE), "");
      svg.append("</g>\n");
    }

    private Map<LocalDate, List<ShownPlan.Line>> byDay(List<ShownPlan.Line> lines) {
      return lines.stream()
          .filter(line -> left.containsKey(line.day()))
          .collect(Collectors.groupingBy(ShownPlan.Line::day, TreeMap::new, Collectors.toList()));
    }

    private int height(Map<LocalDate, List<ShownPlan.Line>> byDay) {
      int most = byDay.values().stream().mapToInt(List::size).max().orElse(1);
      return most * (BOX + 2) + 2 * GAP;
    }

    private int wide(LocalDate day) {
      Integer next = left.get(day.plusDays(1));
      return (next == null ? width : next) - left.get(day);
    }

    private boolean isOff(LocalDate day) {
      return !shown.workdays().isWorking(day);
    }

    private void box(int x, int y, int wide, int high, String fill, String stroke) {
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\" stroke=\"%s\"/>\n"
              .formatted(x, y, wide, high, fill, stroke));
    }

    private void line(int x1, int y1, int x2, int y2) {
      svg.append(
          "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#b5b5b5\"/>\n"
              .formatted(x1, y1, x2, y2));
    }

    private void text(int x, int y, int size, String colour, String text, String more) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\"%s>%s</text>\n"
              .formatted(x, y, size, colour, more, escaped(text)));
    }
  }

  private static String shortened(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  /** As XML 1.0 wants it: what it has no character for becomes a question mark. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default ->
                    safe.append(isAllowed(character) ? Character.toString(character) : "\uFFFD");
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character >= 0x20 && character < 0xD800
        || character >= 0xE000 && character < 0xFFFE
        || character >= 0x10000;
  }
}
