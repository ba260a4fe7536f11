package org.daybook.web.pages.board.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.directory.Client;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.web.pages.board.Action;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.Field.Option;

/** The page about a signal of no known client: what it says, and whose it may be. */
final class SignalPage {
  private final Look look;
  private final String root;
  private final Occurrence signal;
  private final Tried tried;
  private final Words words;

  private SignalPage(Look look, String root, Occurrence signal, Tried tried) {
    this.look = look;
    this.root = root;
    this.signal = signal;
    this.tried = tried;
    this.words = look.words().of(SignalPage.class);
  }

  static DetailView of(Look look, String id, String root, Tried tried) {
    Occurrence signal = Details.require(look.tx().occurrences().find(id), found -> true);
    return new SignalPage(look, root, signal, tried).view();
  }

  private DetailView view() {
    return new DetailView(
            words.get("signal"),
            signal.title(),
            words.get("state." + state()),
            signal.waits() ? "watch" : "plain",
            signal.description(),
            facts().all(),
            alike(),
            Details.notices("/board/signals/" + signal.id(), look, root))
        .withActions(signal.waits() ? actions() : List.of());
  }

  private String state() {
    if (signal.dismissal().isPresent()) {
      return "dismissed";
    }
    return signal.clientId().isPresent() ? "assigned" : "waiting";
  }

  private Facts facts() {
    String clientId = signal.clientId().orElse("");
    Facts facts = new Facts(look.in(words), clientId);
    facts.add("fact.source", words.getOr("source." + signal.source(), signal.source()));
    facts.add("fact.names", Names.of(signal.clientHint(), signal.assetHint(), words));
    facts.add("fact.condition", signal.externalId());
    facts.moment("fact.raised", Optional.of(signal.raisedAt()));
    facts.moment("fact.cleared", signal.clearedAt());
    if (signal.clientId().isPresent()) {
      facts.client();
    }
    signal
        .taskId()
        .flatMap(look.tx().tasks()::find)
        .ifPresent(task -> facts.linked("fact.task", task.title(), "/board/tasks/" + task.id()));
    facts.add("fact.dismissal", signal.dismissal());
    facts.person("fact.dismissedBy", signal.dismissedBy());
    return facts;
  }

  /** What else waits with the same names: it goes the same way. */
  private List<Section> alike() {
    if (!signal.waits()) {
      return List.of();
    }
    List<Section.Line> lines =
        look
            .tx()
            .occurrences()
            .all(
                OccurrenceQuery.builder()
                    .source(signal.source())
                    .unassigned(true)
                    .dismissed(false)
                    .build())
            .stream()
            .filter(other -> !other.id().equals(signal.id()) && isAlike(other))
            .map(
                other ->
                    new Section.Line(
                        other.title(),
                        look.link("/board/signals/" + other.id()),
                        "",
                        "",
                        Names.of(other.clientHint(), other.assetHint(), words)
                            + " — "
                            + look.moment(other.raisedAt(), "")))
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(Details.section("alike", words.get("alike.note"), lines, words));
  }

  private boolean isAlike(Occurrence other) {
    boolean sameClient =
        SignalMapping.key(other.clientHint()).equals(SignalMapping.key(signal.clientHint()));
    boolean sameAsset =
        SignalMapping.key(other.assetHint()).equals(SignalMapping.key(signal.assetHint()));
    return sameClient && (sameAsset || !signal.clientHint().isBlank());
  }

  private List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    String version = String.valueOf(signal.version());
    actions.add(
        Action.first(
            words.get("do.assign"),
            words.get("do.assign.note"),
            tried
                .form("assign", words)
                .hidden("version", version)
                .choice("clientId", clients(), "")
                .optional("assetId", Field.Kind.LINE, "")
                .build(
                    "assign",
                    address("assign"),
                    look.visitor().key("signal-assign:" + signal.id()),
                    words.get("do.assign.button"))));
    actions.add(
        Action.of(
            words.get("do.dismiss"),
            words.get("do.dismiss.note"),
            tried
                .form("dismiss", words)
                .hidden("version", version)
                .required("reason", Field.Kind.TEXT, "")
                .build(
                    "dismiss",
                    address("dismiss"),
                    look.visitor().key("signal-dismiss:" + signal.id()),
                    words.get("do.dismiss.button"))));
    return actions;
  }

  private List<Option> clients() {
    return Stream.concat(
            Stream.of(new Option("", words.get("choose"))),
            look.tx().clients().all(ClientQuery.builder().active(true).build()).stream()
                .sorted(Comparator.comparing(Client::name, String.CASE_INSENSITIVE_ORDER))
                .map(client -> new Option(client.id(), client.name())))
        .toList();
  }

  private String address(String action) {
    return root + "board/signals/" + signal.id() + "/" + action;
  }
}
