package org.daybook.web.pages.board.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.NewToken;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** The credentials of machines. A secret is shown once, in the answer to the form that made it. */
final class TokenPages {
  private static final String PATH = Setup.path("tokens");
  private static final List<String> HOOKS =
      List.of(
          "alertmanager",
          "zabbix",
          "icinga",
          "nagios",
          "monit",
          "rt",
          "zammad",
          "inventory",
          "signal");

  private final Parts parts;
  private final Templates templates;
  private final BoardPages pages;

  TokenPages(Parts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
    this.pages = new BoardPages(parts, templates);
  }

  List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.OFFICE, this::list),
        BoardRoute.get(PATH + "/new", BoardRoute.OFFICE, asked -> form(asked, FormErrors.NONE)),
        BoardRoute.post(PATH + "/new", BoardRoute.OFFICE, this::make),
        BoardRoute.get(PATH + "/{id}", BoardRoute.OFFICE, this::show),
        BoardRoute.post(PATH + "/{id}/revoke", BoardRoute.OFFICE, this::revoke));
  }

  private Answer list(Asked asked) {
    Words words = asked.words().of(Setup.class);
    ListView view =
        pages.read(
            asked,
            look ->
                ListView.plain(
                    new Link(words.get("setup"), look.link(Setup.PATH)),
                    words.get("list.tokens"),
                    words.get("about.tokens"),
                    look.tx().tokens().all(TokenQuery.everything()).stream()
                        .sorted(Comparator.comparing(AccessToken::createdAt).reversed())
                        .map(token -> line(look, token))
                        .toList(),
                    List.of(new Link(words.get("new.tokens"), look.link(PATH + "/new")))));
    return pages.page(asked, Setup.class, "list.vm", words.get("list.tokens"), view);
  }

  private static Section.Line line(Look look, AccessToken token) {
    Words words = look.words().of(Setup.class);
    return new Section.Line(
        token.name(),
        look.link(PATH + "/" + token.id()),
        state(look, token),
        works(look, token) ? "good" : "plain",
        scopes(look, words, token));
  }

  private static boolean works(Look look, AccessToken token) {
    return token.revokedAt().isEmpty()
        && token.expiresAt().filter(end -> !end.isAfter(look.now())).isEmpty();
  }

  private static String state(Look look, AccessToken token) {
    Words words = look.words().of(Setup.class);
    if (token.revokedAt().isPresent()) {
      return words.get("token.revoked", words.moment(token.revokedAt().get(), words.zone()));
    }
    if (token.expiresAt().isEmpty()) {
      return words.get("token.works");
    }
    String until = words.moment(token.expiresAt().get(), words.zone());
    return words.get(works(look, token) ? "token.until" : "token.expired", until);
  }

  private static String scopes(Look look, Words words, AccessToken token) {
    return token.scopes().stream()
        .sorted()
        .map(scope -> scope(look, words, scope))
        .collect(Collectors.joining(", "));
  }

  private static String scope(Look look, Words words, String scope) {
    if (scope.startsWith("calendar:staff:")) {
      return words.get("scope.calendar", look.nameOf(scope.substring(15)));
    }
    if (scope.startsWith("calendar:contact:")) {
      String id = scope.substring(17);
      String name = look.tx().contacts().find(id).map(contact -> contact.name()).orElse(id);
      return words.get("scope.calendar", name);
    }
    return words.getOr("scope." + scope.replace(":*", ".all"), scope);
  }

  private Answer show(Asked asked) {
    EditView view =
        pages.read(
            asked,
            look ->
                view(
                    look,
                    asked,
                    Details.require(look.tx().tokens().find(asked.id()), found -> true)));
    return pages.page(asked, Setup.class, "edit.vm", view.eyebrow() + ": " + view.title(), view);
  }

  private EditView view(Look look, Asked asked, AccessToken token) {
    Words words = asked.words().of(Setup.class);
    String made = words.get("token.made", words.moment(token.createdAt(), words.zone()));
    String intro = String.join(". ", state(look, token), scopes(look, words, token), made) + ".";
    FormView revoke =
        new FormView(
            "revoke",
            asked.root() + PATH.substring(1) + "/" + token.id() + "/revoke",
            asked.visitor().key("revoke:" + token.id()),
            words.get("token.revoke"),
            List.of(),
            List.of(),
            "");
    return new EditView(
        new Link(words.get("list.tokens"), look.link(PATH)),
        words.get("one.tokens"),
        token.name(),
        intro,
        works(look, token) ? revoke.html(templates, words) : SafeHtml.rendered(""),
        List.of());
  }

  private Answer revoke(Asked asked) {
    asked.requireKey("revoke:" + asked.id());
    parts.accounts().revokeToken(asked.visitor().actor(), asked.id());
    return BoardPages.done(asked, PATH, "revoked");
  }

  private Answer make(Asked asked) {
    return OwnForm.sent(
        pages,
        asked,
        new OwnForm.Refused("", "refused.forbidden"),
        () -> {
          Typed typed = new Typed(asked.sent());
          Optional<Instant> expires = typed.moment("expiresAt", asked.words().zone());
          typed.throwIfAny();
          NewToken made =
              parts
                  .accounts()
                  .createToken(asked.visitor().actor(), typed.text("name"), scopes(typed), expires);
          return secret(asked, made);
        },
        errors -> form(asked, errors));
  }

  private static Set<String> scopes(Typed typed) {
    Set<String> scopes = new HashSet<>(typed.boxes("scopes"));
    typed.optional("hook").ifPresent(hook -> scopes.add("hook:" + hook));
    typed.optional("calendar").ifPresent(whose -> scopes.add("calendar:" + whose));
    return scopes;
  }

  private Answer secret(Asked asked, NewToken made) {
    Words words = asked.words().of(Setup.class);
    SecretView view =
        pages.read(
            asked,
            look ->
                new SecretView(
                    new Link(words.get("list.tokens"), look.link(PATH)),
                    made.token().name(),
                    made.secret(),
                    scopes(look, words, made.token()),
                    made.token().scopes().stream()
                        .filter(scope -> scope.startsWith("calendar:"))
                        .findFirst()
                        .map(scope -> asked.root() + "calendar/" + made.secret() + ".ics")
                        .orElse(""),
                    parts
                        .postNow()
                        .map(post -> TokenUses.of(post, made.token().scopes(), made.secret()))
                        .orElse(List.of())));
    return pages.page(asked, Setup.class, "secret.vm", words.get("secret"), view);
  }

  private Answer form(Asked asked, FormErrors errors) {
    EditView view = pages.read(asked, look -> form(look, asked, errors));
    return errors.on(pages.page(asked, Setup.class, "edit.vm", view.title(), view));
  }

  private EditView form(Look look, Asked asked, FormErrors errors) {
    Words words = asked.words().of(Setup.class);
    List<Option> scopes =
        Stream.concat(HOOKS.stream().map(hook -> "hook:" + hook), Stream.of("hook:*", "metrics"))
            .map(scope -> new Option(scope, scope(look, words, scope)))
            .toList();
    FormView.Builder form =
        OwnForm.form(asked, "tokens", errors)
            .required("name", Kind.LINE, "")
            .boxes("scopes", scopes, List.of())
            .optional("hook", Kind.LINE, "")
            .choice("calendar", owners(look, words), "")
            .optional("expiresAt", Kind.MOMENT, "");
    return new EditView(
        new Link(words.get("list.tokens"), look.link(PATH)),
        "",
        words.get("new.tokens"),
        words.get("about.tokens"),
        OwnForm.built(form, asked, "token.make").html(templates, words),
        List.of());
  }

  /** Whose visits a calendar can show. */
  private static List<Option> owners(Look look, Words words) {
    List<Option> owners = new ArrayList<>();
    owners.add(new Option("", words.get("calendar.none")));
    look.tx().staff().all(StaffQuery.builder().active(true).build()).stream()
        .sorted(Comparator.comparing(StaffMember::name))
        .map(member -> new Option("staff:" + member.id(), member.name()))
        .forEach(owners::add);
    look.tx().contacts().all(ContactQuery.everything()).stream()
        .map(
            contact ->
                new Option(
                    "contact:" + contact.id(),
                    contact.name() + ", " + look.clientName(contact.clientId())))
        .sorted(Comparator.comparing(Option::label))
        .forEach(owners::add);
    return owners;
  }
}
