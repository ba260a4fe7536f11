package org.daybook.sources.monitoring;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskSignal;

/** One alert of Alertmanager's message: what it says, whatever its group says. */
record Alert(
    boolean resolved,
    String fingerprint,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    Optional<Instant> endsAt) {

  private static final int MAX_NAME = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_DESCRIPTION = 10_000;

  /** The character U+0000 and halves of surrogate pairs, which the intake refuses. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  /** Alertmanager's way to say that there is no moment. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  static Alert read(Fields fields) {
    String status = fields.required("status");
    if (!status.isBlank() && !status.equals("firing") && !status.equals("resolved")) {
      fields.wrong("status", "must be firing or resolved");
    }
    String fingerprint = fields.required("fingerprint");
    if (fingerprint.length() > MAX_NAME) {
      fields.wrong("fingerprint", "must have at most " + MAX_NAME + " characters");
    }
    fields.required("startsAt");
    return new Alert(
        status.equals("resolved"),
        fingerprint,
        fields.texts("labels"),
        fields.texts("annotations"),
        fields.moment("startsAt").orElse(NEVER),
        fields.moment("endsAt").filter(NEVER::isBefore));
  }

  /** The fingerprint is of the labels alone; only the start tells one outbreak from another. */
  TaskSignal signal(LabelMapping mapping) {
    return TaskSignal.builder()
        .kind(resolved ? SignalKind.CLEARED : SignalKind.RAISED)
        .externalId(fingerprint)
        .occurrence(startsAt.toString())
        .client(cut(mapping.client(labels), MAX_NAME))
        .asset(cut(mapping.asset(labels), MAX_NAME))
        .title(cut(title(mapping), MAX_TITLE))
        .description(cut(mapping.description(annotations), MAX_DESCRIPTION))
        .priority(mapping.priority(labels))
        .occurredAt(resolved ? endsAt : Optional.of(startsAt))
        .fault(true)
        .build();
  }

  private String title(LabelMapping mapping) {
    String title = mapping.title(annotations);
    if (!title.isBlank()) {
      return title;
    }
    String name = labels.getOrDefault("alertname", "");
    return name.isBlank() ? "Alert " + fingerprint : name;
  }

  /** Nobody could shorten it at the other end: rather a cut text than a lost fault. */
  private static String cut(String text, int max) {
    String storable = UNSTORABLE.matcher(text).replaceAll(" ").strip();
    if (storable.length() <= max) {
      return storable;
    }
    int end = Character.isHighSurrogate(storable.charAt(max - 2)) ? max - 2 : max - 1;
    return storable.substring(0, end) + "…";
  }
}
