package org.daybook.web.pages.board.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Share;
import org.daybook.api.figures.TaskCounts;
import org.daybook.web.pages.board.Words;

/** The pictures that several pages show. */
public final class Pictures {
  /** More bars are not read but scrolled by. */
  private static final int MOST = 20;

  private final Words words;

  /** Pictures with the words of a page's reader. */
  public Pictures(Words words) {
    this.words = words.of(Pictures.class);
  }

  /** How much of something is as it should be. */
  public record Part(String name, Share share) {}

  /** How many tasks came from a source, and how many of them are over. */
  public record Source(String source, int over, int open) {}

  /** The figures of a month that are worth a picture. */
  public List<Picture> of(List<FigureRow> rows) {
    Map<String, TaskCounts> bySource = new TreeMap<>();
    List<Part> remote = new ArrayList<>();
    for (FigureRow row : rows) {
      row.tasks().forEach((source, counts) -> bySource.merge(source, counts, TaskCounts::plus));
      String name = row.id().isEmpty() ? words.get("figures.nobody") : row.name();
      remote.add(new Part(name, row.remote()));
    }
    List<Source> sources =
        bySource.entrySet().stream()
            .map(
                entry ->
                    new Source(
                        entry.getKey(),
                        entry.getValue().total() - open(entry.getValue()),
                        open(entry.getValue())))
            .toList();
    return List.of(
        sources("month-sources", words.get("sources.note.month"), sources),
        remote(
            "month-remote",
            "month",
            remote.stream()
                .filter(part -> part.share().whole() > 0)
                .sorted(Comparator.comparing(part -> part.share().percent().orElse(0)))
                .limit(MOST)
                .toList()));
  }

  private static int open(TaskCounts counts) {
    return counts.open() + counts.carried();
  }

  /** Tasks by source, those with most first. */
  public Picture sources(String id, String note, List<Source> sources) {
    List<Source> most =
        sources.stream()
            .filter(source -> source.over() + source.open() > 0)
            .sorted(Comparator.comparing((Source source) -> -source.over() - source.open()))
            .toList();
    int all = most.stream().mapToInt(source -> source.over() + source.open()).sum();
    return new Picture(
        id,
        words.get("sources"),
        note,
        Bars.picture(
            id + "-picture",
            words.get("sources"),
            words.get("sources.desc", all),
            most.stream()
                .map(
                    source ->
                        new Bars(
                            words.fill(
                                "sources.bar",
                                Map.of(
                                    "source",
                                    name(source),
                                    "over",
                                    source.over(),
                                    "open",
                                    source.open())),
                            List.of(
                                new Bars.Part("good", source.over()),
                                new Bars.Part("watch", source.open()))))
                .toList()),
        words.get("table"),
        List.of(words.get("sources.source"), words.get("sources.over"), words.get("sources.open")),
        most.stream()
            .map(
                source ->
                    List.of(
                        name(source), String.valueOf(source.over()), String.valueOf(source.open())))
            .toList());
  }

  private String name(Source source) {
    return words.getOr("source." + source.source(), source.source());
  }

  /** How much was solved remotely before each of a client's visits. */
  public Picture remote(String id, List<Part> visits) {
    return remote(id, "client", visits);
  }

  private Picture remote(String id, String whose, List<Part> parts) {
    String note = words.get("remote.note." + whose);
    return shares(id, "remote", note, words.get("remote.name." + whose), "plain", parts);
  }

  /** How many devices were in order. */
  public Picture devices(String id, String note, List<Part> visits) {
    return shares(id, "devices", note, words.get("devices.name"), "bad", visits);
  }

  private Picture shares(
      String id, String what, String note, String name, String rest, List<Part> parts) {
    Share all =
        parts.stream()
            .map(Part::share)
            .reduce(
                Share.NONE,
                (one, other) -> new Share(one.part() + other.part(), one.whole() + other.whole()));
    return new Picture(
        id,
        words.get(what),
        note,
        Bars.picture(
            id + "-picture",
            words.get(what),
            words.fill(what + ".desc", Map.of("part", all.part(), "whole", all.whole())),
            parts.stream().map(part -> bar(part, rest)).toList()),
        words.get("table"),
        List.of(name, words.get(what + ".share"), words.get(what + ".of")),
        parts.stream()
            .map(part -> List.of(part.name(), percent(part.share()), of(part.share())))
            .toList());
  }

  private Bars bar(Part part, String rest) {
    Share share = part.share();
    return new Bars(
        percent(share) + " — " + of(share) + " — " + part.name(),
        List.of(
            new Bars.Part("good", share.part()),
            new Bars.Part(rest, share.whole() - share.part())));
  }

  private String of(Share share) {
    return words.fill("share", Map.of("part", share.part(), "whole", share.whole()));
  }

  private static String percent(Share share) {
    return share.percent().stream()
        .mapToObj(percent -> percent + "\u00A0%")
        .findFirst()
        .orElse("—");
  }
}
