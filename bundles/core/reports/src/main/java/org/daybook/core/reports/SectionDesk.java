package org.daybook.core.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.report.ReportDocument.Status;
import org.daybook.api.report.SectionStatus;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the sections that are there, puts them in order, and leaves a visible gap for a fault. */
final class SectionDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SectionDesk.class);
  private static final String NAMELESS = "section.nameless";

  private final Settings settings;
  private final SectionCaller caller;
  private final SectionFaults faults;
  private final ReportJson json;
  private final Map<Long, Identity> identities = new ConcurrentHashMap<>();
  private final Map<String, Identity> formerly = new ConcurrentHashMap<>();
  private final Set<Long> shadowed = ConcurrentHashMap.newKeySet();

  SectionDesk(Settings settings, SectionCaller caller, SectionFaults faults, ReportJson json) {
    this.settings = settings;
    this.caller = caller;
    this.faults = faults;
    this.json = json;
  }

  @Override
  public void close() {
    caller.close();
  }

  /**
   * All sections for one visit, in their order.
   *
   * @param formerTitle the title that a section had in the client's last report, for those that are
   *     required and were not seen since the start
   */
  List<Section> ask(
      List<Registered> registered,
      ClosedVisit visit,
      Words words,
      Function<String, Optional<String>> formerTitle) {
    Locale language = visit.client().language();
    List<Known> known = known(registered);
    List<Known> askable = known.stream().filter(each -> each.fault().isEmpty()).toList();
    List<PluginResult<List<Block>>> answers =
        caller.callAll(askable.stream().map(each -> question(each, visit)).toList());
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Known each : known) {
      Identity identity = each.identity();
      PluginResult<List<Block>> answer =
          each.fault()
              .<PluginResult<List<Block>>>map(
                  fault -> new Failed<>(fault.kind(), fault.bundle(), fault.sentence()))
              .orElseGet(() -> answers.get(askable.indexOf(each)));
      sections.put(identity.id(), section(identity, answer, language, words));
    }
    for (String id : settings.required()) {
      if (!sections.containsKey(id)) {
        faults.failed(id, "it is required by org.daybook.reports and not installed.");
        String title =
            Optional.ofNullable(formerly.get(id))
                .map(identity -> identity.title(language))
                .or(() -> formerTitle.apply(id))
                .orElse(id);
        sections.put(id, gap(id, title, words));
      }
    }
    return inOrder(sections, known);
  }

  List<SectionStatus> statuses(List<Registered> registered) {
    List<SectionStatus> statuses = new ArrayList<>();
    for (Known each : known(registered)) {
      Identity identity = each.identity();
      statuses.add(
          new SectionStatus(
              identity.id(),
              identity.titleRu(),
              identity.titleEn(),
              statuses.size() + 1,
              caller.bundleOf(each.registered().section()),
              each.fault().map(Failed::sentence).or(() -> faults.last(identity.id()))));
    }
    return statuses;
  }

  /** The sections with their names, in order, one per id. */
  private List<Known> known(List<Registered> registered) {
    Set<Long> there = registered.stream().map(Registered::serviceId).collect(Collectors.toSet());
    identities.keySet().retainAll(there);
    Map<Long, Identity> named = new HashMap<>(identities);
    List<Registered> strangers =
        registered.stream().filter(each -> !named.containsKey(each.serviceId())).toList();
    List<PluginResult<Identity>> answers =
        caller.callAll(strangers.stream().map(SectionDesk::introduction).toList());
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < strangers.size(); i++) {
      if (answers.get(i) instanceof Answered<Identity> answered) {
        named.put(strangers.get(i).serviceId(), answered.value());
        remember(strangers.get(i), answered.value());
      } else {
        known.add(nameless(strangers.get(i), (Failed<Identity>) answers.get(i)));
      }
    }
    registered.stream()
        .filter(each -> named.containsKey(each.serviceId()))
        .forEach(each -> known.add(new Known(named.get(each.serviceId()), each, Optional.empty())));
    return onePerId(known).stream().sorted(order()).toList();
  }

  private static SectionCaller.Call<Identity> introduction(Registered registered) {
    return new SectionCaller.Call<>(registered.section(), () -> Identity.of(registered.section()));
  }

  private void remember(Registered registered, Identity identity) {
    identities.put(registered.serviceId(), identity);
    formerly.put(identity.id(), identity);
    // It may have been a fault under the name of its bundle before it could say its own.
    faults.worked(Identity.ofBundle(caller.bundleOf(registered.section()), "", "").id());
  }

  private Known nameless(Registered registered, Failed<Identity> failed) {
    Words russian = new Words(Locale.forLanguageTag("ru"));
    Words english = new Words(Locale.ENGLISH);
    Identity identity =
        Identity.ofBundle(
            failed.bundle(), russian.say(NAMELESS, Map.of()), english.say(NAMELESS, Map.of()));
    return new Known(identity, registered, Optional.of(failed));
  }

  private List<Known> onePerId(List<Known> known) {
    Map<String, Known> byId = new LinkedHashMap<>();
    known.stream()
        .sorted(
            Comparator.comparingInt((Known each) -> each.registered().ranking())
                .reversed()
                .thenComparingLong(each -> each.registered().serviceId()))
        .forEach(
            each -> {
              Known winner = byId.putIfAbsent(each.identity().id(), each);
              if (winner != null && shadowed.add(each.registered().serviceId())) {
                LOG.warn(
                    "Two sections are called {}: the one of {} is used, the one of {} is not",
                    each.identity().id(),
                    caller.bundleOf(winner.registered().section()),
                    caller.bundleOf(each.registered().section()));
              }
            });
    return List.copyOf(byId.values());
  }

  private Comparator<Known> order() {
    return Comparator.comparingInt((Known each) -> rank(each.identity().id()))
        .thenComparingInt(each -> each.registered().place())
        .thenComparing(each -> each.identity().id());
  }

  private int rank(String id) {
    int index = settings.order().indexOf(id);
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  /** Puts the gaps of required sections where the configured order wants them, else at the end. */
  private List<Section> inOrder(Map<String, Section> sections, List<Known> known) {
    List<String> ids = known.stream().map(each -> each.identity().id()).toList();
    return sections.values().stream()
        .sorted(
            Comparator.comparingInt((Section each) -> rank(each.id()))
                .thenComparingInt(
                    each -> ids.contains(each.id()) ? ids.indexOf(each.id()) : ids.size()))
        .toList();
  }

  private SectionCaller.Call<List<Block>> question(Known known, ClosedVisit visit) {
    return new SectionCaller.Call<>(
        known.registered().section(), () -> checked(known.registered(), visit));
  }

  /** Asks and checks under the runner, because a list from a plugin may do anything too. */
  private List<Block> checked(Registered registered, ClosedVisit visit) throws Exception {
    List<Block> answer = registered.section().blocks(visit);
    if (answer == null || answer.isEmpty()) {
      throw new BadAnswerException("it answered without a block");
    }
    List<Block> blocks = new ArrayList<>(answer);
    if (blocks.contains(null)) {
      throw new BadAnswerException("one of its blocks is null");
    }
    return json.checked(blocks, settings.sectionBytes());
  }

  private Section section(
      Identity identity, PluginResult<List<Block>> answer, Locale language, Words words) {
    if (answer instanceof Answered<List<Block>> answered && answered.value() != null) {
      faults.worked(identity.id());
      return new Section(identity.id(), identity.title(language), Status.OK, answered.value());
    }
    String sentence =
        answer instanceof Failed<List<Block>> failed ? failed.sentence() : "it answered nothing.";
    faults.failed(identity.id(), sentence);
    return gap(identity.id(), identity.title(language), words);
  }

  private static Section gap(String id, String title, Words words) {
    String sentence = words.say("section.unavailable", Map.of("title", title));
    return new Section(
        id, title, Status.UNAVAILABLE, List.of(new Block.Paragraph(sentence, Tone.WARNING)));
  }
}
