package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.error.DaybookException;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Puts visits of one kind into the calendar. The client comes first: the rest depends on it. */
final class NewVisits {
  private final NewVisit kind;
  private final BoardPages pages;
  private final Templates templates;

  NewVisits(NewVisit kind, BoardPages pages, Templates templates) {
    this.kind = kind;
    this.pages = pages;
    this.templates = templates;
  }

  /** The field of the site, which is shown if there is a choice. */
  static void site(FormView.Builder form, List<Site> sites, Form asked) {
    if (sites.size() == 1) {
      form.hidden("site", sites.get(0).id());
    } else {
      form.choice("site", options(sites), asked.get("site"));
    }
  }

  private static List<Field.Option> options(List<Site> sites) {
    return sites.stream()
        .map(site -> new Field.Option(site.id(), site.name() + ", " + site.address()))
        .toList();
  }

  Answer show(Asked asked) {
    return page(asked, FormErrors.NONE);
  }

  Answer send(Asked asked) {
    asked.requireKey(kind.name());
    try {
      return pages.once(
          asked,
          () -> {
            Visit visit = kind.send(asked.visitor().actor(), asked.sent(), zone(asked));
            return BoardPages.done(asked, landing(asked, visit), kind.name());
          });
    } catch (DaybookException e) {
      return page(asked, FormErrors.of(e, VisitForms.words(asked)));
    }
  }

  /** The page of the visit, if they may open it. */
  private static String landing(Asked asked, Visit visit) {
    String path = "/board/visits/" + visit.id();
    return asked.routes().opens(asked.visitor().actor().role(), path)
        ? path
        : "/board/emergencies/new";
  }

  private ZoneId zone(Asked asked) {
    return pages.read(
        asked, look -> client(look, asked.sent()).map(Client::zone).orElse(asked.words().zone()));
  }

  private static Optional<Client> client(Look look, Form asked) {
    return asked.get("client").isBlank() ? Optional.empty() : look.client(asked.get("client"));
  }

  private Answer page(Asked asked, FormErrors errors) {
    NewVisitView view = pages.read(asked, look -> view(look, asked, errors));
    Words words = VisitForms.words(asked);
    String title = errors.isEmpty() ? view.title() : words.get("title.wrong", view.title());
    return errors.on(pages.page(asked, CalendarChapter.class, "new.vm", title, view));
  }

  private NewVisitView view(Look look, Asked asked, FormErrors errors) {
    Words words = VisitForms.words(asked);
    Form sent = asked.sent();
    Optional<Client> client = client(look, sent).filter(Client::active);
    List<Site> sites = client.map(found -> sites(look, found)).orElse(List.of());
    boolean choosesSite = kind.needsSite() && sites.size() > 1;
    boolean known = sites.stream().anyMatch(site -> site.id().equals(sent.get("site")));
    boolean nowhere = client.isPresent() && sites.isEmpty();
    boolean ready = client.isPresent() && !nowhere && (!choosesSite || known);
    return new NewVisitView(
        words.get("action." + kind.name()),
        words.get(nowhere ? "site.none" : "intro." + kind.name()),
        asked.root() + kind.path() + "/new",
        clients(look),
        client.map(Client::id).orElse(""),
        choosesSite ? options(sites) : List.of(),
        sent.get("site"),
        carried(sent),
        ready ? form(look, asked, client.orElseThrow(), sites, errors) : SafeHtml.rendered(""),
        back(asked));
  }

  private static List<Field.Option> clients(Look look) {
    return look.tx().clients().all(ClientQuery.builder().active(true).build()).stream()
        .sorted(Comparator.comparing(Client::name))
        .map(client -> new Field.Option(client.id(), client.name()))
        .toList();
  }

  private static List<Site> sites(Look look, Client client) {
    return look.tx().sites().all(SiteQuery.builder().clientId(client.id()).build());
  }

  private static List<Field> carried(Form sent) {
    return Stream.of("day", "engineer", "view", "from", Span.ONLY)
        .filter(name -> !sent.get(name).isBlank())
        .map(
            name ->
                new Field(name, Field.Kind.HIDDEN, "", "", sent.get(name), false, List.of(), ""))
        .toList();
  }

  private SafeHtml form(
      Look look, Asked asked, Client client, List<Site> sites, FormErrors errors) {
    Words words = VisitForms.words(asked);
    FormView.Builder form =
        new FormView.Builder(words, asked.sent(), errors).hidden("client", client.id());
    for (String name : List.of("view", "from", Span.ONLY)) {
      form.hidden(name, asked.sent().get(name));
    }
    kind.fields(form, look, client, sites, asked.sent());
    return form.build(
            kind.name(),
            asked.root() + kind.path(),
            look.visitor().key(kind.name()),
            words.get("button." + kind.name()))
        .html(templates, words);
  }

  private static String back(Asked asked) {
    return asked.root()
        + Span.carriedBy(asked.sent())
            .map(span -> "board/calendar?" + span.query())
            .orElse("board");
  }
}
