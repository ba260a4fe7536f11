package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.OpenItem;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormView;

/** Closes a visit; a manager may do so over what is missing. */
final class CloseForm implements VisitAction {
  private final Parts parts;

  CloseForm(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "close";
  }

  @Override
  public Set<Role> roles() {
    return BoardRoute.ON_SITE;
  }

  @Override
  public boolean fits(Visit visit, Look look) {
    return visit.state().isUnderWay();
  }

  @Override
  public void fields(FormView.Builder form, Look look, Visit visit, Asked asked) {
    if (Own.seesAll(look.actor())) {
      form.optional("override", Field.Kind.TEXT, "");
    }
  }

  @Override
  public List<OpenItem> missing(Visit visit) {
    return parts.visits().missing(visit.id());
  }

  @Override
  public String send(Asked asked, Visit visit, ZoneId zone) {
    Closing closing =
        parts
            .visits()
            .close(
                asked.visitor().actor(),
                visit.id(),
                VisitForms.version(asked),
                Optional.of(asked.sent().get("override")).filter(text -> !text.isBlank()));
    if (closing instanceof Closing.StillOpen still) {
      throw new StillOpenException(still.open());
    }
    return "closed";
  }
}
