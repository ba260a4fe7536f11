package org.daybook.web.pages.board.deliveries;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryEvent;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.DeliveryQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.SeenVersion;
import org.daybook.web.pages.board.Tab;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which report and which letter went to whom, and what did not. */
@Component(service = Chapter.class)
public final class DeliveryChapter implements Chapter {
  private static final String DELIVERIES = "deliveries";
  private static final String LETTERS = "letters";
  private static final String PATH = "/board/";
  private static final String ALL = "all";

  /** What somebody has to look after, unless they ask for something else. */
  private static final Set<DeliveryState> TROUBLE =
      Set.copyOf(EnumSet.of(DeliveryState.FAILED, DeliveryState.BOUNCED, DeliveryState.DEFERRED));

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public DeliveryChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return Stream.of(DELIVERIES, LETTERS)
        .flatMap(
            things ->
                Stream.of(
                    BoardRoute.get(PATH + things, BoardRoute.OFFICE, asked -> list(asked, things)),
                    BoardRoute.get(
                        PATH + things + "/{id}",
                        BoardRoute.OFFICE,
                        asked -> page(asked, things, Tried.NOTHING)),
                    post(things, "retry"),
                    post(things, "revoke-link")))
        .toList();
  }

  private BoardRoute post(String things, String action) {
    return BoardRoute.post(
        PATH + things + "/{id}/" + action, BoardRoute.OFFICE, asked -> act(asked, things, action));
  }

  @Override
  public List<Entry> entries() {
    return List.of(Entry.more(600, DELIVERIES, PATH + DELIVERIES));
  }

  private Answer list(Asked asked, String things) {
    DeliveriesView view = pages.read(asked, look -> view(look, asked, things));
    return pages.page(
        asked, DeliveryChapter.class, "deliveries.vm", words(asked).get(things), view);
  }

  private static DeliveriesView view(Look look, Asked asked, String things) {
    Words words = words(asked);
    String show = asked.sent().get("show");
    Set<DeliveryState> states = states(show);
    Map<String, String> fields = Map.of("show", states.equals(TROUBLE) ? "" : show);
    Part<DeliveriesView.Row> part =
        things.equals(DELIVERIES)
            ? deliveries(look, asked, states, fields)
            : letters(look, asked, states, fields);
    return new DeliveriesView(
        Stream.of(DELIVERIES, LETTERS)
            .map(
                each ->
                    new Tab(
                        words.get("tab." + each),
                        asked.root() + "board/" + each,
                        each.equals(things)))
            .toList(),
        tabs(asked, things, states, words),
        words.get("count." + things, part.count()),
        part);
  }

  private static Set<DeliveryState> states(String show) {
    if (show.equals(ALL)) {
      return Set.of();
    }
    return Stream.of(DeliveryState.values())
        .filter(state -> state.name().equals(show))
        .findFirst()
        .map(Set::of)
        .orElse(TROUBLE);
  }

  private static List<Tab> tabs(
      Asked asked, String things, Set<DeliveryState> states, Words words) {
    String address = asked.root() + "board/" + things;
    Stream<Tab> each =
        Stream.of(DeliveryState.values())
            .map(
                state ->
                    new Tab(
                        words.get("delivery." + state),
                        address + "?show=" + state,
                        states.equals(Set.of(state))));
    return Stream.concat(
            Stream.of(
                new Tab(words.get("tab.trouble"), address, states.equals(TROUBLE)),
                new Tab(words.get("tab.all"), address + "?show=" + ALL, states.isEmpty())),
            each)
        .toList();
  }

  private static Part<DeliveriesView.Row> deliveries(
      Look look, Asked asked, Set<DeliveryState> states, Map<String, String> fields) {
    Part<Delivery> part =
        Part.of(
            asked,
            look.tx().deliveries(),
            DeliveryQuery.builder().states(states).build(),
            PATH + DELIVERIES,
            fields);
    return part.map(delivery -> row(delivery, look, asked));
  }

  private static DeliveriesView.Row row(Delivery delivery, Look look, Asked asked) {
    String report =
        look.tx()
            .reports()
            .find(delivery.reportId())
            .map(VisitReport::number)
            .map(number -> ", " + words(asked).get("report", number))
            .orElse("");
    return row(
        look,
        asked,
        DELIVERIES,
        delivery.id(),
        delivery.recipient(),
        delivery.state(),
        look.clientName(delivery.clientId()) + report,
        look.moment(
            delivery.stateAt().or(delivery::sentAt).orElse(delivery.queuedAt()),
            delivery.clientId()),
        Went.orAnswer(look.words(), delivery.channel(), delivery.state(), delivery.lastAnswer()));
  }

  private static Part<DeliveriesView.Row> letters(
      Look look, Asked asked, Set<DeliveryState> states, Map<String, String> fields) {
    Part<OutgoingLetter> part =
        Part.of(
            asked,
            look.tx().letters(),
            LetterQuery.builder().states(states).build(),
            PATH + LETTERS,
            fields);
    return part.map(
        letter ->
            row(
                look,
                asked,
                LETTERS,
                letter.id(),
                letter.recipient(),
                letter.state(),
                letter.subject(),
                look.moment(letter.stateAt(), ""),
                Went.orAnswer(
                    look.words(), letter.channel(), letter.state(), letter.lastAnswer())));
  }

  private static DeliveriesView.Row row(
      Look look,
      Asked asked,
      String things,
      String id,
      String recipient,
      DeliveryState state,
      String what,
      String when,
      String answer) {
    boolean again = state.on(DeliveryEvent.REQUEUE).isPresent();
    return new DeliveriesView.Row(
        id,
        recipient,
        look.link(PATH + things + "/" + id),
        look.words().get("delivery." + state),
        Details.tone(state),
        what,
        when,
        answer,
        again ? asked.root() + "board/" + things + "/" + id + "/retry" : "",
        again ? look.visitor().key(things + "-retry:" + id) : "");
  }

  private Answer page(Asked asked, String things, Tried tried) {
    DetailView view =
        pages.read(
            asked,
            look ->
                things.equals(DELIVERIES)
                    ? DeliveryPage.of(look, asked.id(), asked.root(), tried)
                    : LetterPage.of(look, asked.id(), asked.root(), tried));
    return tried.errors().on(pages.detail(asked, DeliveryChapter.class, view));
  }

  private Answer act(Asked asked, String things, String action) {
    asked.requireKey(things + "-" + action + ":" + asked.id());
    String page = PATH + things + "/" + asked.id();
    // From the list it goes back there.
    String back = asked.back(page);
    try {
      unchanged(asked, things);
      act(asked.visitor().actor(), things, action, asked.id());
      return BoardPages.done(asked, back, action);
    } catch (DaybookException e) {
      return page(asked, things, Tried.of(action, asked, e, words(asked)));
    }
  }

  /** These services take no version; a button that is pressed late says so all the same. */
  private void unchanged(Asked asked, String things) {
    OptionalLong seen = SeenVersion.in(asked.sent());
    if (seen.isPresent()) {
      long now = parts.store().read(tx -> version(tx, things, asked.id()));
      if (now != seen.getAsLong()) {
        throw new StaleVersionException(things, asked.id());
      }
    }
  }

  private static long version(Transaction tx, String things, String id) {
    return things.equals(DELIVERIES)
        ? Details.require(tx.deliveries().find(id), found -> true).version()
        : Details.require(tx.letters().find(id), found -> true).version();
  }

  private void act(Actor actor, String things, String action, String id) {
    boolean retry = action.equals("retry");
    if (things.equals(DELIVERIES)) {
      if (retry) {
        parts.deliveries().retry(actor, id);
      } else {
        parts.links().revoke(actor, id);
      }
    } else if (retry) {
      parts.postOffice().retry(actor, id);
    } else {
      parts.wishes().revoke(actor, id);
    }
  }

  private static Words words(Asked asked) {
    return asked.words().of(DeliveryChapter.class);
  }
}
