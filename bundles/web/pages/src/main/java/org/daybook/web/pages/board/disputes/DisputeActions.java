package org.daybook.web.pages.board.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeEvent;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.web.pages.board.Action;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormView;

/** What somebody may do about a dispute as it stands, and why not more. */
final class DisputeActions {
  private final Look look;
  private final String root;
  private final Dispute dispute;
  private final Tried tried;
  private final Words words;
  private final List<Action> actions = new ArrayList<>();

  private DisputeActions(Look look, String root, Dispute dispute, Tried tried) {
    this.look = look;
    this.root = root;
    this.dispute = dispute;
    this.tried = tried;
    this.words = look.words().of(DisputeActions.class);
  }

  static List<Action> of(Look look, String root, Dispute dispute, Tried tried) {
    return new DisputeActions(look, root, dispute, tried).all();
  }

  private List<Action> all() {
    Actor actor = look.actor();
    boolean concerned = dispute.engineerId().equals(actor.id());
    if (concerned) {
      answer();
    }
    if (!Own.seesAll(actor)) {
      actions.add(Action.note(words.get("why.engineer")));
    } else if (concerned) {
      actions.add(Action.note(words.get("why.concerned")));
    } else {
      decide();
    }
    return actions;
  }

  private void answer() {
    if (mayBeAnswered()) {
      add("answer", form("answer").required("text", Field.Kind.TEXT, dispute.answer().orElse("")));
    } else {
      actions.add(Action.note(words.get("why.answered")));
    }
  }

  private boolean mayBeAnswered() {
    return !dispute.state().isDecided() || (isUpheld() && !isSettled());
  }

  private void decide() {
    if (on(DisputeEvent.REVIEW)) {
      add("review", form("review"));
    }
    if (on(DisputeEvent.UPHOLD)) {
      add("uphold", form("uphold").required("outcome", Field.Kind.TEXT, ""));
      add("reject", form("reject").required("outcome", Field.Kind.TEXT, ""));
    }
    if (on(DisputeEvent.WITHDRAW)) {
      add("withdraw", form("withdraw").required("reason", Field.Kind.TEXT, ""));
    }
    if (isUpheld()) {
      penalty();
    } else if (dispute.state().isDecided()) {
      actions.add(Action.note(words.get("why.decided")));
    }
  }

  private void penalty() {
    Optional<Penalty> penalty = dispute.penalty();
    boolean proposed = penalty.filter(each -> each.state() == Penalty.State.PROPOSED).isPresent();
    if (proposed) {
      if (dispute.answer().isEmpty()) {
        actions.add(Action.note(words.get("penalty.unheard")));
      }
      add("penalty-apply", form("penalty-apply"));
      add("penalty-waive", form("penalty-waive").required("reason", Field.Kind.TEXT, ""));
    } else if (penalty.filter(each -> each.state() == Penalty.State.APPLIED).isPresent()) {
      actions.add(Action.note(words.get("why.decided")));
    } else {
      add(
          "penalty",
          form("penalty")
              .choice("kind", kinds(), Penalty.Kind.REMARK.name())
              .optional("amount", Field.Kind.LINE, "")
              .optional("currency", Field.Kind.LINE, "")
              .optional("note", Field.Kind.TEXT, ""));
    }
  }

  private List<Option> kinds() {
    return Stream.of(Penalty.Kind.values())
        .map(kind -> new Option(kind.name(), words.get("penalty.kind." + kind)))
        .toList();
  }

  private boolean on(DisputeEvent event) {
    return dispute.state().on(event).isPresent();
  }

  private boolean isUpheld() {
    return dispute.decision().equals(Optional.of(DisputeState.UPHELD));
  }

  private boolean isSettled() {
    return dispute.penalty().filter(each -> each.state() != Penalty.State.PROPOSED).isPresent();
  }

  private FormView.Builder form(String name) {
    return tried.form(name, words).hidden("version", String.valueOf(dispute.version()));
  }

  private void add(String name, FormView.Builder form) {
    actions.add(
        Action.of(
            words.get("do." + name),
            words.getOr("do." + name + ".note", ""),
            form.build(
                name,
                root + "board/disputes/" + dispute.id() + "/" + name,
                look.visitor().key("dispute-" + name + ":" + dispute.id()),
                words.get("do." + name + ".button"))));
  }
}
