package org.daybook.web.pages.board.setup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormView;

/** What clients have agreed on about visits. Each client has terms, if only empty ones. */
final class TermsEditor implements Editor<VisitTerms> {
  /** What is chosen for a rule that somebody writes. */
  private static final String OTHER = "other";

  private final Parts parts;

  TermsEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "terms";
  }

  @Override
  public Optional<VisitTerms> find(Transaction tx, String id) {
    return tx.clients()
        .find(id)
        .map(
            client ->
                tx.visitTerms()
                    .find(client.id())
                    .orElseGet(() -> VisitTerms.builder().id(client.id()).build()));
  }

  @Override
  public String title(VisitTerms terms) {
    return parts.store().read(tx -> tx.clients().find(terms.id()).orElseThrow()).name();
  }

  @Override
  public String clientId(VisitTerms terms) {
    return terms.id();
  }

  @Override
  public long version(VisitTerms terms) {
    return terms.version();
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<VisitTerms> now, String clientId) {
    VisitTerms terms = now.orElseThrow();
    Words words = look.words().of(Setup.class);
    List<Option> days =
        Stream.of(DayOfWeek.values())
            .map(
                day ->
                    new Option(
                        day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale())))
            .toList();
    DateTimeFormatter day = DateTimeFormatter.ofPattern(words.get("day"), words.locale());
    form.optional(
            "visitsPerMonth", Kind.NUMBER, terms.visitsPerMonth().map(String::valueOf).orElse(""))
        .optional("reason", Kind.LINE, terms.reason().orElse(""))
        .boxes("weekdays", days, terms.weekdays().stream().map(DayOfWeek::name).toList())
        .optional("earliest", Kind.TIME, time(terms.earliest()))
        .optional("latest", Kind.TIME, time(terms.latest()))
        .optional(
            "closedDays",
            Kind.TEXT,
            terms.closedDays().stream().map(day::format).collect(Collectors.joining("\n")));
    pattern(form, terms, days, words);
    form.optional("patternTime", Kind.TIME, time(terms.patternTime()));
  }

  /** Most need no rule of their own to write. */
  private static void pattern(
      FormView.Builder form, VisitTerms terms, List<Option> days, Words words) {
    String rule = terms.pattern().orElse("");
    Optional<DayRule> known = DayRule.in(rule);
    String which = known.map(DayRule::which).orElse(rule.isEmpty() ? "" : OTHER);
    form.choice(
            "patternWhich",
            Stream.of(Stream.of(""), DayRule.ALL.stream(), Stream.of(OTHER))
                .flatMap(Function.identity())
                .map(each -> new Option(each, words.get("pattern." + each)))
                .toList(),
            which)
        .choice("patternDay", days, known.map(DayRule::day).orElse(DayOfWeek.MONDAY).name())
        .optional("pattern", Kind.LINE, which.equals(OTHER) ? rule : "");
  }

  private static Optional<String> pattern(Typed typed) {
    String which = typed.text("patternWhich");
    if (DayRule.ALL.contains(which)) {
      DayOfWeek day = typed.choice("patternDay", DayOfWeek.class);
      return Optional.of(new DayRule(which, day).rule());
    }
    Optional<String> written = typed.optional("pattern");
    if (written.isPresent() != which.equals(OTHER)) {
      typed.wrong("pattern", "is for another rule, and needed for it");
    }
    return written;
  }

  private static String time(Optional<LocalTime> time) {
    return time.map(LocalTime::toString).orElse("");
  }

  @Override
  public VisitTerms typed(Typed typed, Optional<VisitTerms> now, String clientId) {
    return VisitTerms.builder()
        .id(now.orElseThrow().id())
        .visitsPerMonth(typed.number("visitsPerMonth"))
        .reason(typed.optional("reason"))
        .addAllWeekdays(
            Stream.of(DayOfWeek.values()).filter(day -> typed.box("weekdays-" + day)).toList())
        .earliest(typed.time("earliest"))
        .latest(typed.time("latest"))
        .closedDays(typed.dates("closedDays"))
        .pattern(pattern(typed))
        .patternTime(typed.time("patternTime"))
        .version(typed.version())
        .build();
  }

  @Override
  public VisitTerms keep(Actor actor, VisitTerms terms) {
    return parts.planning().setTerms(actor, terms);
  }

  @Override
  public String next(VisitTerms kept) {
    return Setup.path("clients") + "/" + kept.id();
  }

  /** What the client is due today. */
  @Override
  public List<Part> parts(Look look, VisitTerms terms) {
    Words words = look.words().of(Setup.class);
    Norm norm = parts.planning().norm(terms.id());
    return List.of(
        Part.of(new Section("norm", words.get("norm", norm.visits()), norm.why(), List.of())));
  }
}
