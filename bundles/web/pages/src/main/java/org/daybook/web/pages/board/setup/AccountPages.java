package org.daybook.web.pages.board.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AccountQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;

/** A login for a member of staff, and another password for it: for administrators. */
final class AccountPages {
  private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

  private final Parts parts;
  private final Templates templates;
  private final BoardPages pages;

  AccountPages(Parts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
    this.pages = new BoardPages(parts, templates);
  }

  List<BoardRoute> routes() {
    String path = Setup.path("staff") + "/{id}/account";
    return List.of(
        BoardRoute.get(path, ADMIN, asked -> page(asked, FormErrors.NONE)),
        BoardRoute.post(path, ADMIN, this::keep));
  }

  private Answer keep(Asked asked) {
    return OwnForm.sent(
        pages,
        asked,
        new OwnForm.Refused("login", "refused.account"),
        () -> {
          Actor actor = asked.visitor().actor();
          String password = asked.sent().get("password");
          Optional<Account> account = pages.read(asked, look -> account(look, asked.id()));
          if (account.isPresent()) {
            parts.accounts().changePassword(actor, account.get().login(), password);
          } else {
            parts.accounts().addAccount(actor, asked.id(), asked.sent().get("login"), password);
          }
          String done = account.isPresent() ? "password" : "account";
          return BoardPages.done(asked, Setup.path("staff") + "/" + asked.id(), done);
        },
        errors -> page(asked, errors));
  }

  private Answer page(Asked asked, FormErrors errors) {
    EditView view = pages.read(asked, look -> view(look, asked, errors));
    return errors.on(pages.page(asked, Setup.class, "edit.vm", view.title(), view));
  }

  private EditView view(Look look, Asked asked, FormErrors errors) {
    Words words = asked.words().of(Setup.class);
    StaffMember member = Details.require(look.staff(asked.id()), found -> true);
    Optional<Account> account = account(look, member.id());
    FormView.Builder form = OwnForm.form(asked, "account", errors);
    if (account.isEmpty()) {
      form.required("login", Kind.LINE, "");
    }
    form.required("password", Kind.PASSWORD, "");
    String button = account.isPresent() ? "account.password" : "account.give";
    return new EditView(
        new Link(member.name(), Setup.edit(look, "staff", member.id())),
        member.name(),
        words.get(button),
        account.map(known -> words.get("account.login", known.login())).orElse(""),
        OwnForm.built(form, asked, button).html(templates, words),
        List.of());
  }

  private static Optional<Account> account(Look look, String staffId) {
    return look.tx().accounts().first(AccountQuery.builder().staffId(staffId).build());
  }
}
