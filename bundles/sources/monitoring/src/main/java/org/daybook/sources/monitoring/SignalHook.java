package org.daybook.sources.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Priority;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Daybook's own message, for whatever can send JSON: one signal, by its own names. */
@Component(service = InboundHook.class)
public final class SignalHook implements InboundHook {

  @Activate
  public SignalHook() {}

  @Override
  public String name() {
    return "signal";
  }

  @Override
  public String source() {
    return MonitoringSource.ID;
  }

  @Override
  public HookAnswer receive(HookRequest request, TaskIntake intake) {
    Optional<HookAnswer> refusal = Json.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    TaskSignal signal = read(Json.object(request.body()));
    return HookAnswer.accepted(Intakes.accept(intake, signal));
  }

  private static TaskSignal read(JsonNode message) {
    List<FieldError> errors = new ArrayList<>();
    Fields fields = new Fields(message, "", errors);
    fields.required("kind");
    Optional<SignalKind> kind = fields.choice("kind", SignalKind.class);
    TaskSignal.Builder signal =
        TaskSignal.builder()
            .kind(kind.orElse(SignalKind.RAISED))
            .externalId(fields.required("externalId"))
            .occurrence(fields.text("occurrence"))
            .client(fields.text("client"))
            .asset(fields.text("asset"))
            .title(
                kind.equals(Optional.of(SignalKind.CLEARED))
                    ? fields.text("title")
                    : fields.required("title"))
            .description(fields.text("description"))
            .priority(fields.choice("priority", Priority.class).orElse(Priority.NORMAL))
            .dueAt(fields.moment("dueAt"))
            .occurredAt(fields.moment("occurredAt"))
            .fault(true);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return signal.build();
  }
}
