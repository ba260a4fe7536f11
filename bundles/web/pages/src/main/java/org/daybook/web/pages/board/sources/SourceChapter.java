package org.daybook.web.pages.board.sources;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.NoticeView;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sources, sections and channels, and what is wrong with them. */
@Component(service = Chapter.class)
public final class SourceChapter implements Chapter {
  private static final String PATH = "/board/sources";

  private static final Set<NoticeKind> KINDS =
      EnumSet.of(
          NoticeKind.SOURCE_FAULT,
          NoticeKind.SOURCE_SILENT,
          NoticeKind.SECTION_FAULT,
          NoticeKind.RENDERER_FAULT,
          NoticeKind.CHANNEL_FAULT,
          NoticeKind.LOOKS_FAULT,
          NoticeKind.LISTENER_FAULT);

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public SourceChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(BoardRoute.get(PATH, BoardRoute.OFFICE, this::page));
  }

  @Override
  public List<Entry> entries() {
    return List.of(Entry.more(700, "sources", PATH));
  }

  private Answer page(Asked asked) {
    Words words = asked.words().of(SourceChapter.class);
    SourcesView view = pages.read(asked, look -> view(look, asked, words));
    return pages.page(asked, SourceChapter.class, "sources.vm", words.get("sources.title"), view);
  }

  private SourcesView view(Look look, Asked asked, Words words) {
    return new SourcesView(
        List.of(
            group("sources", words, () -> sources(look, words)),
            group("sections", words, () -> sections(words)),
            group("channels", words, () -> channels(words))),
        notices(look, asked));
  }

  private static SourcesView.Group group(
      String id, Words words, Supplier<List<SourcesView.Row>> rows) {
    String title = words.get("group." + id);
    String note = words.get("group." + id + ".note");
    try {
      return new SourcesView.Group("group-" + id, title, note, false, rows.get());
    } catch (DaybookException away) {
      return new SourcesView.Group("group-" + id, title, note, true, List.of());
    }
  }

  private List<SourcesView.Row> sources(Look look, Words words) {
    return parts.intake().sources().stream().map(source -> row(source, look, words)).toList();
  }

  private static SourcesView.Row row(SourceStatus source, Look look, Words words) {
    String facts =
        joined(
            Optional.of(words.get("signals.count", source.signals())),
            source.lastSignalAt().map(at -> words.get("signals.last", look.moment(at, ""))),
            Optional.of(source.hooks())
                .filter(hooks -> !hooks.isEmpty())
                .map(hooks -> words.get("hooks", addresses(hooks))));
    return new SourcesView.Row(
        words.language().equals("ru") ? source.titleRu() : source.titleEn(),
        words.get("source.state." + source.state()),
        switch (source.state()) {
          case UP -> "good";
          case FAULT -> "bad";
          case GONE -> "watch";
        },
        facts,
        fault(source.lastFault(), source.lastFaultAt().map(at -> look.moment(at, "")), words),
        words.getOr("source.advice." + source.state(), ""));
  }

  private static String addresses(Collection<String> hooks) {
    return hooks.stream().map(hook -> "/hooks/" + hook).collect(Collectors.joining(", "));
  }

  private List<SourcesView.Row> sections(Words words) {
    return parts.reports().sections().stream().map(section -> row(section, words)).toList();
  }

  private static SourcesView.Row row(SectionStatus section, Words words) {
    boolean fault = section.lastFault().isPresent();
    return new SourcesView.Row(
        words.language().equals("ru") ? section.titleRu() : section.titleEn(),
        words.get(fault ? "state.fault" : "state.up"),
        fault ? "watch" : "good",
        words.get("place", section.place()),
        fault(section.lastFault(), Optional.empty(), words),
        fault ? words.get("section.advice") : "");
  }

  private List<SourcesView.Row> channels(Words words) {
    return parts.deliveries().channels().stream().map(channel -> row(channel, words)).toList();
  }

  private static SourcesView.Row row(ChannelStatus channel, Words words) {
    boolean fault = channel.lastFault().isPresent();
    String state = channel.ready() ? fault ? "fault" : "up" : "unready";
    String advice = channel.ready() ? fault ? "channel.advice" : "" : "channel.unready.advice";
    return new SourcesView.Row(
        words.getOr("channel." + channel.id(), channel.id()),
        words.get("state." + state),
        channel.ready() ? fault ? "watch" : "good" : "plain",
        words.get(channel.inUse() ? "channel.used" : "channel.unused"),
        fault(channel.lastFault(), Optional.empty(), words),
        advice.isEmpty() ? "" : words.get(advice));
  }

  private static String fault(Optional<String> fault, Optional<String> when, Words words) {
    return fault
        .map(what -> words.get("fault", when.map(at -> at + ": " + what).orElse(what)))
        .orElse("");
  }

  @SafeVarargs
  private static String joined(Optional<String>... texts) {
    return Stream.of(texts).flatMap(Optional::stream).collect(Collectors.joining(" · "));
  }

  private static List<NoticeView> notices(Look look, Asked asked) {
    NoticeQuery standing =
        NoticeQuery.builder()
            .kinds(KINDS)
            .addStates(Notice.State.RAISED, Notice.State.ACKNOWLEDGED)
            .build();
    PageRequest newest = new PageRequest(100, Optional.empty(), true);
    return NoticeView.of(look.tx().notices().list(standing, newest).items(), look, asked.root());
  }
}
