package org.daybook.core.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.source.SourceStatus;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.task.Occurrence;

/**
 * A source that used to send sends nothing. Only sources that an operator named are expected to
 * send at all; and silence counts from this node's start, because nobody hears while it is down.
 */
final class SilentSources implements Rule {
  private static final String KEY = "source:";

  private final Map<String, Duration> patience;
  private final Supplier<List<SourceStatus>> sources;
  private final Instant listeningSince;

  SilentSources(
      Map<String, Duration> patience,
      Supplier<List<SourceStatus>> sources,
      Instant listeningSince) {
    this.patience = patience;
    this.sources = sources;
    this.listeningSince = listeningSince;
  }

  @Override
  public NoticeKind kind() {
    return NoticeKind.SOURCE_SILENT;
  }

  @Override
  public List<Fact> facts(Look look) {
    if (patience.isEmpty()) {
      return List.of();
    }
    List<SourceStatus> known = sources.get();
    return patience.entrySet().stream()
        .flatMap(each -> silent(look, known, each.getKey(), each.getValue()).stream())
        .toList();
  }

  /** Ends when something is heard: a restart ends no silence that was told. */
  @Override
  public Optional<Fact> still(Look look, Notice told) {
    String source = told.key().substring(KEY.length());
    Optional<SourceStatus> status = status(sources.get(), source);
    return lastHeard(look, source, status)
        .filter(heard -> patience.containsKey(source) && heard.isBefore(told.raisedAt()))
        .map(heard -> fact(look, source, status, heard));
  }

  private Optional<Fact> silent(
      Look look, List<SourceStatus> known, String source, Duration patient) {
    Optional<SourceStatus> status = status(known, source);
    return lastHeard(look, source, status)
        .filter(heard -> later(heard, listeningSince).plus(patient).isBefore(look.now()))
        .map(heard -> fact(look, source, status, heard));
  }

  private static Fact fact(Look look, String source, Optional<SourceStatus> status, Instant heard) {
    String sentence =
        look.words()
            .sentence("source.silent")
            .with("source", status.map(each -> title(look, each)).orElse(source))
            .with("since", look.words().moment(heard, look.words().zone()))
            .toString();
    return new Fact(KEY + source, sentence, Optional.empty());
  }

  private static Optional<SourceStatus> status(List<SourceStatus> known, String source) {
    return known.stream().filter(each -> each.id().equals(source)).findFirst();
  }

  /** Empty for one that never sent. */
  private static Optional<Instant> lastHeard(
      Look look, String source, Optional<SourceStatus> status) {
    Optional<Occurrence> newest =
        look.tx().occurrences().last(OccurrenceQuery.builder().source(source).build());
    return Stream.of(
            newest.map(Occurrence::raisedAt),
            newest.flatMap(Occurrence::clearedAt),
            status.flatMap(SourceStatus::lastSignalAt))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static String title(Look look, SourceStatus status) {
    return look.words().language().getLanguage().equals("ru") ? status.titleRu() : status.titleEn();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
