package org.daybook.sections.projects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Emergency;

/** The emergencies since the visit before: how soon somebody was there, and what was done. */
final class EmergencyVisits {
  /** What our service is known for, and so has words of its own. */
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final ClosedVisit visit;
  private final Texts texts;

  EmergencyVisits(ClosedVisit visit, Texts texts) {
    this.visit = visit;
    this.texts = texts;
  }

  Optional<Block> list() {
    List<Emergency> emergencies = visit.emergencies();
    return emergencies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.TaskList(
                texts.get("emergencies", emergencies.size()),
                emergencies.stream().map(this::item).toList()));
  }

  private Block.TaskItem item(Emergency emergency) {
    return new Block.TaskItem(
        texts.get("emergency", texts.day(emergency.requestedAt(), visit)),
        state(emergency),
        tone(emergency),
        details(emergency),
        Optional.of(result(emergency)),
        Optional.empty(),
        Optional.empty());
  }

  private String state(Emergency emergency) {
    if (emergency.dueBy().isEmpty()) {
      return texts.get("emergency.over");
    }
    if (emergency.minutesLate() > 0) {
      return texts.get("emergency.late", texts.longDuration(emergency.minutesLate()));
    }
    return texts.get(isInTwoHours(emergency) ? "emergency.twoHours" : "emergency.kept");
  }

  /** In business hours a promise may be kept and yet be of another day. */
  private static boolean isInTwoHours(Emergency emergency) {
    return emergency
        .dueBy()
        .filter(dueBy -> dueBy.equals(emergency.requestedAt().plus(TWO_HOURS)))
        .isPresent();
  }

  private static Tone tone(Emergency emergency) {
    if (emergency.dueBy().isEmpty()) {
      return Tone.NEUTRAL;
    }
    return emergency.minutesLate() > 0 ? Tone.WARNING : Tone.GOOD;
  }

  private List<String> details(Emergency emergency) {
    List<String> details = new ArrayList<>();
    details.add(texts.get("emergency.requested", texts.time(emergency.requestedAt(), visit)));
    details.add(
        emergency.minutesToArrival() == 0
            ? texts.get("emergency.atOnce")
            : texts.get("emergency.arrived", texts.longDuration(emergency.minutesToArrival())));
    emergency
        .dueBy()
        .filter(dueBy -> !isInTwoHours(emergency))
        .ifPresent(
            dueBy ->
                details.add(
                    texts.get(
                        "emergency.promised", texts.day(dueBy, visit), texts.time(dueBy, visit))));
    details.add(texts.get("emergency.engineer", emergency.engineer().name()));
    details.add(texts.get("emergency.free"));
    return details;
  }

  private String result(Emergency emergency) {
    return emergency.done().isEmpty()
        ? texts.get("emergency.nothing")
        : Texts.sentence(texts.get("emergency.done", String.join("; ", emergency.done())));
  }
}
