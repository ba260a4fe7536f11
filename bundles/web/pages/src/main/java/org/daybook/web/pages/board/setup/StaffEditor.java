package org.daybook.web.pages.board.setup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AbsenceQuery;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormView;

/** Those who work for us. */
final class StaffEditor implements Editor<StaffMember> {
  private final Parts parts;

  StaffEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "staff";
  }

  @Override
  public Optional<StaffMember> find(Transaction tx, String id) {
    return tx.staff().find(id);
  }

  @Override
  public String title(StaffMember member) {
    return member.name();
  }

  @Override
  public String clientId(StaffMember member) {
    return "";
  }

  @Override
  public long version(StaffMember member) {
    return member.version();
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<StaffMember> now, String clientId) {
    Words words = look.words().of(Setup.class);
    Role role = now.map(StaffMember::role).orElse(Role.ENGINEER);
    // A manager makes no administrator.
    Role[] roles =
        Stream.of(Role.values())
            .filter(each -> each != Role.ADMIN || role == each || look.actor().isAny(Role.ADMIN))
            .toArray(Role[]::new);
    form.required("name", Kind.LINE, now.map(StaffMember::name).orElse(""))
        .choice("role", Options.of(words, "role", roles), role.name())
        .optional("email", Kind.LINE, now.flatMap(StaffMember::email).orElse(""))
        .optional("phone", Kind.LINE, now.flatMap(StaffMember::phone).orElse(""))
        .optional("department", Kind.LINE, now.flatMap(StaffMember::department).orElse(""))
        .choice(
            "managerId",
            Options.staff(
                look, words, now.flatMap(StaffMember::managerId), Role.MANAGER, Role.ADMIN),
            now.flatMap(StaffMember::managerId).orElse(""))
        .choice(
            "noticeMail",
            Options.of(words, "noticeMail", NoticeMail.values()),
            now.map(StaffMember::noticeMail).orElse(NoticeMail.AT_ONCE).name())
        .optional(
            "dayMinutes",
            Kind.NUMBER,
            now.flatMap(StaffMember::dayMinutes).map(String::valueOf).orElse(""))
        .optional("active", Kind.BOX, Setup.box(now.map(StaffMember::active).orElse(true)));
  }

  @Override
  public StaffMember typed(Typed typed, Optional<StaffMember> now, String clientId) {
    return StaffMember.builder()
        .id(now.map(StaffMember::id).orElse(""))
        .name(typed.text("name"))
        .role(typed.choice("role", Role.class))
        .email(typed.optional("email"))
        .phone(typed.optional("phone"))
        .department(typed.optional("department"))
        .managerId(typed.optional("managerId"))
        .noticeMail(typed.choice("noticeMail", NoticeMail.class))
        .dayMinutes(typed.number("dayMinutes"))
        .active(typed.box("active"))
        .version(typed.version())
        .build();
  }

  @Override
  public StaffMember keep(Actor actor, StaffMember member) {
    return member.id().isEmpty()
        ? parts.directory().addStaff(actor, member)
        : parts.directory().changeStaff(actor, member);
  }

  @Override
  public String next(StaffMember kept) {
    return Setup.path("staff") + "/" + kept.id();
  }

  @Override
  public List<Part> parts(Look look, StaffMember member) {
    Words words = look.words().of(Setup.class);
    List<Part> found = new ArrayList<>();
    String here = Setup.path("staff") + "/" + member.id();
    AbsenceQuery theirs =
        AbsenceQuery.builder()
            .staffId(member.id())
            .from(LocalDate.ofInstant(look.now(), words.zone()))
            .removed(false)
            .build();
    found.add(
        Part.of(
            new Section(
                "absences",
                words.get("list.absences"),
                words.get("absences.count", look.tx().absences().count(theirs)),
                List.of()),
            new Link(words.get("absences.all"), look.link(here + "/absences"))));
    if (look.actor().isAny(Role.ADMIN)) {
      Optional<Account> account =
          look.tx().accounts().first(AccountQuery.builder().staffId(member.id()).build());
      found.add(
          Part.of(
              new Section(
                  "account",
                  words.get("list.account"),
                  account
                      .map(known -> words.get("account.login", known.login()))
                      .orElseGet(() -> words.get("account.none")),
                  List.of()),
              new Link(
                  words.get(account.isPresent() ? "account.password" : "account.give"),
                  look.link(here + "/account"))));
    }
    return found;
  }
}
