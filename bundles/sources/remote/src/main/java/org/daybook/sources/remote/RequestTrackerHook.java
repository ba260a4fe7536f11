package org.daybook.sources.remote;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Priority;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Request Tracker's hand-overs, sent by a scrip: one message per transaction. A ticket is a task
 * while it stands in the queue of visits, whichever transaction says so first; it is over when it
 * is moved out of the queue or closed.
 */
@Component(service = InboundHook.class, configurationPid = "org.daybook.sources.remote")
@Designate(ocd = RemoteConfig.class)
public final class RequestTrackerHook implements InboundHook {
  private static final int MAX_NAME = 200;
  private static final int MAX_TITLE = 300;
  private static final int MAX_DESCRIPTION = 10_000;

  /** The character U+0000 and halves of surrogate pairs, which the intake refuses. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final String queue;
  private final Set<String> closedStatuses;
  private final Clients clients;
  private final Priority priority;
  private final TicketOrder order = new TicketOrder();

  @Activate
  public RequestTrackerHook(RemoteConfig config) {
    queue = config.queue().strip();
    closedStatuses =
        Stream.of(config.closedStatuses().split(","))
            .map(status -> status.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    clients = new Clients(config.clientDomains());
    priority = priority(config.priority());
  }

  @Override
  public String name() {
    return "rt";
  }

  @Override
  public String source() {
    return RemoteSource.ID;
  }

  @Override
  public HookAnswer receive(HookRequest request, TaskIntake intake) {
    Optional<HookAnswer> refusal = Json.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    TicketMessage message = TicketMessage.read(Json.object(request.body()));
    Optional<SignalKind> kind = kind(message);
    if (kind.isEmpty() || order.isLate(message.ticket(), message.transaction())) {
      return HookAnswer.accepted(new IntakeResult(0, 0, 0, List.of()));
    }
    IntakeResult result = intake.accept(List.of(signal(message, kind.get())));
    order.decided(message.ticket(), message.transaction());
    return HookAnswer.accepted(result);
  }

  /** What a message means; empty if it says nothing about visits. */
  private Optional<SignalKind> kind(TicketMessage message) {
    if (closedStatuses.contains(message.status().strip().toLowerCase(Locale.ROOT))) {
      return Optional.of(SignalKind.CLEARED);
    }
    if (message.queue().strip().equalsIgnoreCase(queue)) {
      return Optional.of(message.text().isBlank() ? SignalKind.RAISED : SignalKind.UPDATED);
    }
    // that it stands elsewhere may be old news; only the move itself says that it has left
    return message.movedBetweenQueues() ? Optional.of(SignalKind.CLEARED) : Optional.empty();
  }

  /**
   * Without a name of the occurrence: a ticket is handed over once at a time. Its number is unique
   * whoever the requestors are, and they may change.
   */
  private TaskSignal signal(TicketMessage message, SignalKind kind) {
    String subject = message.subject().isBlank() ? "№ " + message.ticket() : message.subject();
    return TaskSignal.builder()
        .kind(kind)
        .externalId(Long.toString(message.ticket()))
        .unique(true)
        .client(cut(clients.of(message.requestors()), MAX_NAME))
        .title(cut(subject, MAX_TITLE))
        .description(cut(message.text(), MAX_DESCRIPTION))
        .priority(priority)
        .build();
  }

  private static String cut(String text, int max) {
    String storable = UNSTORABLE.matcher(text).replaceAll(" ").strip();
    if (storable.length() <= max) {
      return storable;
    }
    int end = Character.isHighSurrogate(storable.charAt(max - 2)) ? max - 2 : max - 1;
    return storable.substring(0, end) + "…";
  }

  private static Priority priority(String configured) {
    return Arrays.stream(Priority.values())
        .filter(each -> each.name().equals(configured.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "priority in org.daybook.sources.remote must be one of "
                        + Arrays.toString(Priority.values())
                        + ", is "
                        + configured));
  }
}
