package org.daybook.web.pages.board.signals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.Assigned;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.SeenVersion;
import org.daybook.web.pages.board.Tab;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signals of no known client: whose they are is said here, and remembered. */
@Component(service = Chapter.class)
public final class SignalChapter implements Chapter {
  private static final String PATH = "/board/signals";
  private static final String MAPPINGS = "/board/signal-mappings";
  private static final String DISMISSED = "dismissed";

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public SignalChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.OFFICE, this::list),
        BoardRoute.get(PATH + "/{id}", BoardRoute.OFFICE, asked -> page(asked, Tried.NOTHING)),
        BoardRoute.post(PATH + "/{id}/assign", BoardRoute.OFFICE, this::assign),
        BoardRoute.post(PATH + "/{id}/dismiss", BoardRoute.OFFICE, this::dismiss),
        BoardRoute.post(MAPPINGS + "/{id}/forget", BoardRoute.OFFICE, this::forget));
  }

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(500, "signals", PATH)
            .counting(look -> look.tx().occurrences().count(unassigned(false))));
  }

  private Answer list(Asked asked) {
    SignalsView view = pages.read(asked, look -> list(look, asked));
    return pages.page(
        asked, SignalChapter.class, "signals.vm", words(asked).get("signals.title"), view);
  }

  private static SignalsView list(Look look, Asked asked) {
    Words words = words(asked);
    boolean waiting = !asked.sent().get("show").equals(DISMISSED);
    Part<Occurrence> part =
        Part.of(
            asked,
            look.tx().occurrences(),
            unassigned(!waiting),
            PATH,
            waiting ? Map.of() : Map.of("show", DISMISSED));
    String address = asked.root() + PATH.substring(1);
    return new SignalsView(
        List.of(
            new Tab(words.get("tab.waiting"), address, waiting),
            new Tab(words.get("tab.dismissed"), address + "?show=" + DISMISSED, !waiting)),
        waiting,
        words.get(waiting ? "count.waiting" : "count.dismissed", part.count()),
        part.map(signal -> row(signal, look, words)),
        mappings(look, asked, words));
  }

  private static OccurrenceQuery unassigned(boolean dismissed) {
    return OccurrenceQuery.builder().unassigned(true).dismissed(dismissed).build();
  }

  private static SignalsView.Row row(Occurrence signal, Look look, Words words) {
    boolean ended = signal.clearedAt().isPresent();
    return new SignalsView.Row(
        signal.title(),
        look.link(PATH + "/" + signal.id()),
        words.getOr("source." + signal.source(), signal.source()),
        Names.of(signal.clientHint(), signal.assetHint(), words),
        look.moment(signal.raisedAt(), ""),
        ended ? words.get("ended") : "",
        ended ? "plain" : "watch",
        signal.dismissal().map(why -> words.get("dismissed.why", why)).orElse(""));
  }

  private static List<SignalsView.Known> mappings(Look look, Asked asked, Words words) {
    List<SignalMapping> mappings =
        look.tx().signalMappings().all(SignalMappingQuery.builder().removed(false).build());
    return look.withNames(mappings).stream()
        .map(mapping -> known(mapping, look, asked, words))
        .toList();
  }

  private static SignalsView.Known known(
      SignalMapping mapping, Look look, Asked asked, Words words) {
    return new SignalsView.Known(
        mapping.id(),
        words.getOr("source." + mapping.source(), mapping.source()),
        Names.of(mapping.clientKey(), mapping.assetKey(), words),
        look.clientName(mapping.clientId()),
        look.link("/board/clients/" + mapping.clientId()),
        mapping.assetId().flatMap(look.tx().assets()::find).map(Asset::name).orElse(""),
        look.nameOf(mapping.mappedBy()) + ", " + look.moment(mapping.mappedAt(), ""),
        asked.root() + MAPPINGS.substring(1) + "/" + mapping.id() + "/forget",
        look.visitor().key("signal-forget:" + mapping.id()));
  }

  private Answer page(Asked asked, Tried tried) {
    DetailView view =
        pages.read(asked, look -> SignalPage.of(look, asked.id(), asked.root(), tried));
    return tried.errors().on(pages.detail(asked, SignalChapter.class, view));
  }

  private Answer assign(Asked asked) {
    asked.requireKey("signal-assign:" + asked.id());
    Form sent = asked.sent();
    try {
      Assigned assigned =
          parts
              .signals()
              .assign(
                  asked.visitor().actor(),
                  asked.id(),
                  SeenVersion.in(sent),
                  sent.get("clientId"),
                  asset(sent));
      return BoardPages.done(asked, PATH, assigned.signals() > 1 ? "assigned.more" : "assigned");
    } catch (DaybookException e) {
      return page(asked, Tried.of("assign", asked, e, words(asked)));
    }
  }

  /** People know equipment by its names. */
  private Optional<String> asset(Form sent) {
    String reference = sent.get("assetId").strip();
    String client = sent.get("clientId");
    if (reference.isEmpty() || client.isBlank()) {
      return Optional.empty();
    }
    AssetQuery query =
        AssetQuery.builder().clientId(client).reference(reference).retired(false).build();
    return Optional.of(
        parts
            .store()
            .read(tx -> tx.assets().first(query))
            .map(Asset::id)
            .orElseThrow(
                () -> new InvalidInputException("assetId", "is no equipment of this client")));
  }

  private Answer dismiss(Asked asked) {
    asked.requireKey("signal-dismiss:" + asked.id());
    Form sent = asked.sent();
    try {
      parts
          .signals()
          .dismiss(asked.visitor().actor(), asked.id(), SeenVersion.in(sent), sent.get("reason"));
      return BoardPages.done(asked, PATH, "dismissed");
    } catch (DaybookException e) {
      return page(asked, Tried.of("dismiss", asked, e, words(asked)));
    }
  }

  private Answer forget(Asked asked) {
    asked.requireKey("signal-forget:" + asked.id());
    String back = asked.back(PATH);
    parts.signals().forget(asked.visitor().actor(), asked.id());
    return BoardPages.done(asked, back, "forgotten");
  }

  private static Words words(Asked asked) {
    return asked.words().of(SignalChapter.class);
  }
}
