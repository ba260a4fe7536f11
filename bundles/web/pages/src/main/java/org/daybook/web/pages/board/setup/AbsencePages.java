package org.daybook.web.pages.board.setup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.Absence;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** When a member of staff is away. */
final class AbsencePages {
  private final Parts parts;
  private final Templates templates;
  private final BoardPages pages;

  AbsencePages(Parts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
    this.pages = new BoardPages(parts, templates);
  }

  List<BoardRoute> routes() {
    String path = Setup.path("staff") + "/{id}/absences";
    return List.of(
        BoardRoute.get(path, BoardRoute.OFFICE, asked -> page(asked, FormErrors.NONE)),
        BoardRoute.post(path, BoardRoute.OFFICE, this::add),
        BoardRoute.post(Setup.path("absences") + "/{id}/remove", BoardRoute.OFFICE, this::remove));
  }

  private Answer add(Asked asked) {
    return OwnForm.sent(
        pages,
        asked,
        new OwnForm.Refused("", "refused.forbidden"),
        () -> {
          Typed typed = new Typed(asked.sent());
          LocalDate from = typed.date("from");
          LocalDate until = typed.date("until");
          typed.throwIfAny();
          parts
              .planning()
              .addAbsence(asked.visitor().actor(), asked.id(), from, until, typed.text("reason"));
          return BoardPages.done(asked, asked.path(), "absence");
        },
        errors -> page(asked, errors));
  }

  private Answer remove(Asked asked) {
    asked.requireKey("remove:" + asked.id());
    Absence removed = parts.planning().removeAbsence(asked.visitor().actor(), asked.id());
    return BoardPages.done(
        asked, Setup.path("staff") + "/" + removed.staffId() + "/absences", "present");
  }

  private Answer page(Asked asked, FormErrors errors) {
    EditView view = pages.read(asked, look -> view(look, asked, errors));
    return errors.on(
        pages.page(asked, Setup.class, "edit.vm", view.eyebrow() + ": " + view.title(), view));
  }

  private EditView view(Look look, Asked asked, FormErrors errors) {
    Words words = asked.words().of(Setup.class);
    StaffMember member = Details.require(look.staff(asked.id()), found -> true);
    FormView.Builder form =
        OwnForm.form(asked, "absences", errors)
            .required("from", Kind.DATE, "")
            .required("until", Kind.DATE, "")
            .required("reason", Kind.LINE, "");
    return new EditView(
        new Link(member.name(), Setup.edit(look, "staff", member.id())),
        member.name(),
        words.get("list.absences"),
        "",
        OwnForm.built(form, asked, "absence.add").html(templates, words),
        absences(look, asked, member));
  }

  private List<Part> absences(Look look, Asked asked, StaffMember member) {
    AbsenceQuery theirs = AbsenceQuery.builder().staffId(member.id()).removed(false).build();
    return look.tx().absences().all(theirs).stream()
        .sorted(Comparator.comparing(Absence::firstDay).reversed())
        .limit(Details.MOST)
        .map(absence -> part(asked, absence))
        .toList();
  }

  private Part part(Asked asked, Absence absence) {
    Words words = asked.words().of(Setup.class);
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
    String days =
        absence.firstDay().equals(absence.lastDay())
            ? day.format(absence.firstDay())
            : day.format(absence.firstDay()) + " — " + day.format(absence.lastDay());
    FormView back =
        new FormView(
            "remove-" + absence.id(),
            asked.root() + Setup.path("absences").substring(1) + "/" + absence.id() + "/remove",
            asked.visitor().key("remove:" + absence.id()),
            words.get("absence.remove"),
            List.of(),
            List.of(),
            "");
    SafeHtml button = back.html(templates, words);
    return new Part(
        new Section("absence-" + absence.id(), days, absence.reason(), List.of()),
        List.of(),
        button);
  }
}
