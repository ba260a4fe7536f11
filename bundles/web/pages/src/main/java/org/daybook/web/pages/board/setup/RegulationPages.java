package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.RegulationRevisionQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;

/** What is done on each type of equipment: changed row by row, looked at before, and kept. */
final class RegulationPages {
  private static final String PATH = Setup.path("regulations");
  private static final int MOST_REVISIONS = 50;

  private final Parts parts;
  private final BoardPages pages;

  RegulationPages(Parts parts, Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.OFFICE, this::list),
        BoardRoute.get(PATH + "/new", BoardRoute.OFFICE, this::show),
        BoardRoute.post(PATH + "/new", BoardRoute.OFFICE, this::keep),
        BoardRoute.get(PATH + "/{id}", BoardRoute.OFFICE, this::show),
        BoardRoute.post(PATH + "/{id}", BoardRoute.OFFICE, this::keep));
  }

  private Answer list(Asked asked) {
    Words words = asked.words().of(Setup.class);
    ListView view =
        pages.read(
            asked,
            look -> {
              List<Regulation> known = look.tx().regulations().all(RegulationQuery.everything());
              return ListView.plain(
                  new Link(words.get("setup"), look.link(Setup.PATH)),
                  words.get("list.regulations"),
                  words.get("about.regulations"),
                  known.stream()
                      .sorted(Comparator.comparing(Regulation::kind))
                      .map(regulation -> line(look, regulation))
                      .toList(),
                  kindsWithout(known).stream()
                      .map(
                          kind ->
                              new Link(
                                  words.get("regulation.add", words.get("asset." + kind)),
                                  look.link(PATH + "/new") + "?kind=" + kind))
                      .toList());
            });
    return pages.page(asked, Setup.class, "list.vm", words.get("list.regulations"), view);
  }

  private static List<AssetKind> kindsWithout(List<Regulation> known) {
    return Stream.of(AssetKind.values())
        .filter(kind -> known.stream().noneMatch(regulation -> regulation.kind() == kind))
        .toList();
  }

  private static Section.Line line(Look look, Regulation regulation) {
    Words words = look.words().of(Setup.class);
    return new Section.Line(
        words.get("asset." + regulation.kind()),
        look.link(PATH + "/" + regulation.id()),
        regulation.active()
            ? words.get("items.count", regulation.items().size())
            : words.get("regulation.ended"),
        regulation.differsFromFiles() ? "watch" : "plain",
        words.get("revision", regulation.revision())
            + ", "
            + words.moment(regulation.changedAt(), words.zone())
            + ", "
            + by(words, regulation.changedBy()));
  }

  private static String by(Words words, String name) {
    return name.startsWith("source:") ? words.get("byFiles") : name;
  }

  /** What is in force, or what a revision or the files say, to be kept perhaps. */
  private Answer show(Asked asked) {
    Sheet sheet = pages.read(asked, look -> Sheet.of(look, asked));
    return page(asked, sheet, FormErrors.NONE, false, -1);
  }

  private Answer keep(Asked asked) {
    asked.requireKey(purpose(asked));
    Rows rows = Rows.typed(asked.sent());
    String what = asked.sent().get("do");
    if (!what.equals("keep")) {
      int go = rows.arrange(what);
      return page(asked, Sheet.typed(asked.sent(), rows), FormErrors.NONE, false, go);
    }
    try {
      Regulation kept = keep(asked, rows);
      return BoardPages.done(asked, PATH + "/" + kept.id(), "regulation");
    } catch (DaybookException e) {
      Words words = asked.words().of(Setup.class);
      FormErrors errors =
          e.category() == Category.REFUSED
              ? FormErrors.NONE.with("", words.get("refused.regulations"))
              : FormErrors.of(e, words);
      boolean stale = e.category() == Category.STALE;
      return page(asked, Sheet.typed(asked.sent(), rows), errors, stale, -1);
    }
  }

  private Regulation keep(Asked asked, Rows rows) {
    Actor actor = asked.visitor().actor();
    Typed typed = new Typed(asked.sent());
    Regulation draft =
        Regulation.builder()
            .id(asked.id())
            .kind(typed.choice("kind", AssetKind.class))
            .items(rows.items())
            .active(typed.box("active"))
            .changedAt(parts.clock().instant())
            .changedBy(actor.name())
            .version(typed.version())
            .build();
    typed.throwIfAny();
    return asked.id().isEmpty()
        ? parts.regulations().add(actor, draft)
        : parts.regulations().change(actor, draft);
  }

  private static String purpose(Asked asked) {
    return "setup:" + asked.path();
  }

  private Answer page(Asked asked, Sheet sheet, FormErrors errors, boolean stale, int go) {
    RegulationView view = pages.read(asked, look -> view(look, asked, sheet, errors, stale, go));
    return errors.on(pages.page(asked, Setup.class, "regulation.vm", view.title(), view));
  }

  /**
   * What stands in the form.
   *
   * @param kind of equipment
   * @param version that was seen
   */
  private record Sheet(String kind, String version, boolean active, Rows rows) {
    static Sheet typed(Form sent, Rows rows) {
      return new Sheet(
          sent.get("kind"), sent.get("version"), sent.get("active").equals("on"), rows);
    }

    static Sheet of(Look look, Asked asked) {
      if (asked.id().isEmpty()) {
        return new Sheet(asked.sent().get("kind"), "", true, Rows.blank());
      }
      Regulation now = now(look, asked);
      String from = asked.sent().get("from");
      List<RegulationItem> items =
          from.equals("files") && !now.inFiles().isEmpty()
              ? now.inFiles()
              : revision(look, now, from).map(RegulationRevision::items).orElse(now.items());
      return new Sheet(
          now.kind().name(), String.valueOf(now.version()), now.active(), Rows.of(items));
    }

    private static Optional<RegulationRevision> revision(Look look, Regulation now, String from) {
      if (!from.matches("\\d{1,9}")) {
        return Optional.empty();
      }
      RegulationRevisionQuery query =
          RegulationRevisionQuery.builder()
              .regulationId(now.id())
              .number(Integer.parseInt(from))
              .build();
      return look.tx().regulationRevisions().first(query);
    }
  }

  private static Regulation now(Look look, Asked asked) {
    return Details.require(look.tx().regulations().find(asked.id()), found -> true);
  }

  private RegulationView view(
      Look look, Asked asked, Sheet sheet, FormErrors errors, boolean stale, int go) {
    Words words = asked.words().of(Setup.class);
    Optional<Regulation> now =
        asked.id().isEmpty() ? Optional.empty() : Optional.of(now(look, asked));
    AssetKind kind = now.map(Regulation::kind).orElseGet(() -> kind(look, sheet.kind()));
    List<RegulationView.Item> items = items(sheet.rows().all(), errors);
    List<String> named =
        IntStream.range(0, items.size())
            .boxed()
            .flatMap(
                i ->
                    Stream.of("title.ru", "title.en", "frequency", "id")
                        .map(field -> "items[" + i + "]." + field))
            .toList();
    List<String> besides = new ArrayList<>(errors.besides(named));
    if (stale) {
      besides.add(meanwhile(words, sheet, now.orElseThrow()));
    }
    String version =
        stale ? String.valueOf(now.map(Regulation::version).orElse(0L)) : sheet.version();
    String here = asked.root() + asked.path().substring(1);
    Differences differences = new Differences(words);
    Optional<Regulation> otherwise = now.filter(Regulation::differsFromFiles);
    return new RegulationView(
        new Link(words.get("list.regulations"), look.link(PATH)),
        words.get("asset." + kind),
        words.get("regulation.intro"),
        otherwise.map(r -> differences.between(r.items(), r.inFiles())).orElse(""),
        otherwise.map(r -> here + "?from=files").orElse(""),
        here,
        asked.visitor().key(purpose(asked)),
        kind.name(),
        version,
        sheet.active(),
        items,
        RegulationView.frequencies(words),
        besides,
        items.stream()
            .filter(RegulationView.Item::wrong)
            .findFirst()
            .map(RegulationView.Item::index)
            .orElse(go),
        preview(words, sheet.rows()),
        now.map(regulation -> history(look, words, regulation, here)).orElse(List.of()));
  }

  /** For a new one: what was chosen, else the first type that has none. */
  private static AssetKind kind(Look look, String chosen) {
    return Arrays.stream(AssetKind.values())
        .filter(kind -> kind.name().equals(chosen))
        .findFirst()
        .or(
            () ->
                kindsWithout(look.tx().regulations().all(RegulationQuery.everything())).stream()
                    .findFirst())
        .orElse(AssetKind.OTHER);
  }

  private static List<RegulationView.Item> items(List<Rows.Row> rows, FormErrors errors) {
    List<RegulationView.Item> items = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String at = "items[" + i + "].";
      items.add(
          new RegulationView.Item(
              i,
              i + 1,
              rows.get(i),
              errors.of(at + "title.ru"),
              errors.of(at + "title.en"),
              errors.of(at + "frequency"),
              errors.of(at + "id")));
    }
    return items;
  }

  /** What somebody else has kept, beside what was typed. */
  private static String meanwhile(Words words, Sheet sheet, Regulation now) {
    String changed = new Differences(words).between(asItems(sheet.rows()), now.items());
    return words.get("regulation.meanwhile", changed.isBlank() ? words.get("same") : changed);
  }

  private static List<RegulationItem> asItems(Rows rows) {
    return rows.all().stream()
        .map(
            row ->
                RegulationItem.builder()
                    .id(row.id())
                    .titleRu(row.ru().strip())
                    .titleEn(row.en().strip())
                    .frequency(frequency(row))
                    .mandatory(row.mandatory())
                    .build())
        .toList();
  }

  private static Frequency frequency(Rows.Row row) {
    return Stream.of(Frequency.values())
        .filter(each -> each.name().equals(row.frequency()))
        .findFirst()
        .orElse(Frequency.EVERY_VISIT);
  }

  /** What a visit asks for: always, and the first one in a month and in a quarter as well. */
  private static List<Section> preview(Words words, Rows rows) {
    List<RegulationItem> items = asItems(rows);
    return Stream.of(Frequency.values())
        .map(
            frequency -> {
              List<Section.Line> lines =
                  items.stream()
                      .filter(item -> item.frequency() == frequency)
                      .filter(item -> !item.title(words.locale()).isBlank())
                      .map(
                          item ->
                              new Section.Line(
                                  item.title(words.locale()),
                                  "",
                                  item.mandatory() ? "" : words.get("mandatory.no"),
                                  "plain",
                                  ""))
                      .toList();
              return new Section(
                  "preview-" + frequency,
                  words.get("preview." + frequency),
                  words.get("items.count", lines.size()),
                  lines);
            })
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  private static List<RegulationView.Revision> history(
      Look look, Words words, Regulation regulation, String here) {
    RegulationRevisionQuery theirs =
        RegulationRevisionQuery.builder().regulationId(regulation.id()).build();
    List<RegulationRevision> revisions =
        look
            .tx()
            .regulationRevisions()
            .list(theirs, new PageRequest(MOST_REVISIONS, Optional.empty(), true))
            .items()
            .stream()
            .sorted(Comparator.comparing(RegulationRevision::number).reversed())
            .toList();
    List<RegulationView.Revision> history = new ArrayList<>();
    for (int i = 0; i < revisions.size(); i++) {
      RegulationRevision revision = revisions.get(i);
      Optional<RegulationRevision> before =
          i + 1 < revisions.size() ? Optional.of(revisions.get(i + 1)) : Optional.empty();
      history.add(
          new RegulationView.Revision(
              words.get("revision", revision.number()),
              words.moment(revision.changedAt(), words.zone())
                  + ", "
                  + by(words, revision.changedBy()),
              changed(words, before, revision),
              i == 0 ? "" : here + "?from=" + revision.number()));
    }
    return history;
  }

  private static String changed(
      Words words, Optional<RegulationRevision> before, RegulationRevision revision) {
    if (before.isEmpty()) {
      return words.get("items.count", revision.items().size());
    }
    String items = new Differences(words).between(before.get().items(), revision.items());
    if (before.get().active() == revision.active()) {
      return items;
    }
    String state = words.get(revision.active() ? "changed.active" : "changed.ended");
    return (state + " " + items).strip();
  }
}
