package org.daybook.web.pages.board.disputes;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.DisputeQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Own;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Section;
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

/** What clients miss in their reports, and what comes of it. */
@Component(service = Chapter.class)
public final class DisputeChapter implements Chapter {
  private static final String PATH = "/board/disputes";
  private static final Set<DisputeState> UNDECIDED =
      Set.copyOf(EnumSet.of(DisputeState.OPENED, DisputeState.UNDER_REVIEW));

  /** {@code 1e99999999} is a number, too, and takes the memory of the whole node to write down. */
  private static final int LONGEST_AMOUNT = 20;

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public DisputeChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.ON_SITE, this::list),
        BoardRoute.get(PATH + "/{id}", BoardRoute.ON_SITE, asked -> page(asked, Tried.NOTHING)),
        post("answer", BoardRoute.ON_SITE),
        post("review", BoardRoute.OFFICE),
        post("uphold", BoardRoute.OFFICE),
        post("reject", BoardRoute.OFFICE),
        post("withdraw", BoardRoute.OFFICE),
        post("penalty", BoardRoute.OFFICE),
        post("penalty-apply", BoardRoute.OFFICE),
        post("penalty-waive", BoardRoute.OFFICE));
  }

  private BoardRoute post(String action, Set<Role> roles) {
    return BoardRoute.post(PATH + "/{id}/" + action, roles, asked -> act(asked, action));
  }

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(400, "disputes", PATH).counting(DisputeChapter::waiting));
  }

  private static long waiting(Look look) {
    Actor actor = look.actor();
    return look.tx()
        .disputes()
        .count(
            DisputeQuery.builder()
                .addStates(DisputeState.OPENED, DisputeState.UNDER_REVIEW)
                .engineerId(Own.seesAll(actor) ? Optional.empty() : Optional.of(actor.id()))
                .build());
  }

  private Answer list(Asked asked) {
    DisputesView view = pages.read(asked, look -> list(look, asked));
    return pages.page(
        asked, DisputeChapter.class, "disputes.vm", words(asked).get("disputes.title"), view);
  }

  private static DisputesView list(Look look, Asked asked) {
    Words words = words(asked);
    Shown shown = Shown.in(asked.sent());
    boolean all = Own.seesAll(look.actor());
    DisputeQuery query =
        shown.query().engineerId(all ? Optional.empty() : Optional.of(look.actor().id())).build();
    Part<Dispute> part =
        Part.of(asked, look.tx().disputes(), query, PATH, Map.of("show", shown.field()));
    return new DisputesView(
        !all,
        Stream.of(Shown.values())
            .map(
                each ->
                    new Tab(
                        words.get("tab." + each),
                        asked.root()
                            + Address.of(PATH, Address.query(Map.of("show", each.field())))
                                .substring(1),
                        each == shown))
            .toList(),
        shown != Shown.DECIDED,
        words.get("none." + shown),
        words.get("count." + shown, part.count()),
        part.map(dispute -> line(dispute, look)));
  }

  /** Which of them are shown. */
  private enum Shown {
    OPEN(DisputeQuery.builder().states(UNDECIDED)),
    /** Decided, but not what it costs: also of those whose task is done. */
    PENALTY(DisputeQuery.builder().addPenaltyStates(Penalty.State.PROPOSED)),
    DECIDED(DisputeQuery.builder().states(EnumSet.complementOf(EnumSet.copyOf(UNDECIDED))));

    private final DisputeQuery query;

    Shown(DisputeQuery.Builder query) {
      this.query = query.build();
    }

    /** The first ones if the form does not say. */
    static Shown in(Form sent) {
      return Stream.of(values())
          .filter(each -> each.field().equals(sent.get("show")))
          .findFirst()
          .orElse(OPEN);
    }

    /** As an address has it; blank for what is shown without asking. */
    String field() {
      return this == OPEN ? "" : name().toLowerCase(Locale.ROOT);
    }

    DisputeQuery.Builder query() {
      return DisputeQuery.builder().from(query);
    }
  }

  private static Section.Line line(Dispute dispute, Look look) {
    Section.Line line = Details.line(dispute, look);
    return new Section.Line(
        line.title(),
        line.href(),
        line.state(),
        line.tone(),
        look.clientName(dispute.clientId())
            + " · "
            + look.nameOf(dispute.engineerId())
            + " · "
            + line.note());
  }

  private Answer page(Asked asked, Tried tried) {
    DetailView view =
        pages.read(asked, look -> DisputePage.of(look, asked.id(), asked.root(), tried));
    return tried.errors().on(pages.detail(asked, DisputeChapter.class, view));
  }

  private Answer act(Asked asked, String name) {
    asked.requireKey("dispute-" + name + ":" + asked.id());
    Actor actor = asked.visitor().actor();
    try {
      disputes().act(actor, asked.id(), SeenVersion.in(asked.sent()), action(asked.sent(), name));
      return BoardPages.done(asked, PATH + "/" + asked.id(), name);
    } catch (DaybookException e) {
      return page(asked, Tried.of(name, asked, e, words(asked)));
    }
  }

  private Disputes disputes() {
    return parts
        .disputes()
        .orElseThrow(
            () ->
                new UnavailableException("A part of Daybook is missing at the moment: disputes."));
  }

  private static DisputeAction action(Form sent, String name) {
    return switch (name) {
      case "answer" -> new DisputeAction.Answer(sent.get("text"));
      case "review" -> new DisputeAction.Review();
      case "uphold" -> new DisputeAction.Uphold(sent.get("outcome"));
      case "reject" -> new DisputeAction.Reject(sent.get("outcome"));
      case "withdraw" -> new DisputeAction.Withdraw(sent.get("reason"));
      case "penalty" ->
          new DisputeAction.ProposePenalty(
              kind(sent), amount(sent), sent.said("currency"), sent.get("note").strip());
      case "penalty-apply" -> new DisputeAction.ApplyPenalty();
      default -> new DisputeAction.WaivePenalty(sent.get("reason"));
    };
  }

  private static Penalty.Kind kind(Form sent) {
    try {
      return Penalty.Kind.valueOf(sent.get("kind"));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("kind", "is no kind of penalty");
    }
  }

  private static Optional<BigDecimal> amount(Form sent) {
    Optional<String> amount = sent.said("amount").map(text -> text.replace(',', '.'));
    amount
        .filter(text -> text.length() > LONGEST_AMOUNT || !text.matches("\\d+(\\.\\d+)?"))
        .ifPresent(
            text -> {
              throw new InvalidInputException("amount", "must be an amount of money");
            });
    return amount.map(BigDecimal::new);
  }

  private static Words words(Asked asked) {
    return asked.words().of(DisputeChapter.class);
  }
}
