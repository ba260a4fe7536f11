package org.daybook.web.pages.board.deliveries;

import java.util.ArrayList;
import java.util.List;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.web.pages.board.Action;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** What may be done about something that is delivered: a report or a letter. */
final class PostActions {
  private PostActions() {}

  /**
   * The buttons.
   *
   * @param things {@code deliveries} or {@code letters}
   * @param tried what was just refused
   * @param linked whether its link still opens something
   */
  static List<Action> of(
      Look look,
      String root,
      Tried tried,
      String things,
      String id,
      DeliveryState state,
      long version,
      boolean linked) {
    List<Action> actions = new ArrayList<>();
    if (state.on(DeliveryEvent.REQUEUE).isPresent()) {
      actions.add(button(look, root, tried, things, id, "retry", version));
    }
    if (linked) {
      actions.add(button(look, root, tried, things, id, "revoke-link", version));
    }
    return actions;
  }

  private static Action button(
      Look look, String root, Tried tried, String things, String id, String name, long version) {
    Words words = look.words().of(PostActions.class);
    return Action.of(
        words.get("do." + name),
        words.get("do." + name + ".note." + things),
        tried
            .form(name, words)
            .hidden("version", String.valueOf(version))
            .build(
                name,
                root + "board/" + things + "/" + id + "/" + name,
                look.visitor().key(things + "-" + name + ":" + id),
                words.get("do." + name)));
  }
}
