package org.daybook.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;

/** That a small hook can keep the contract. */
public class SampleHookTest extends InboundHookContract {
  @Override
  protected InboundHook createHook() {
    return new LineHook();
  }

  @Override
  protected List<HookRequest> validMessages() {
    return List.of(
        new HookRequest(
            Map.of("Content-Type", List.of("text/plain")),
            "raise romashka 42.".getBytes(StandardCharsets.UTF_8)));
  }

  /** Understands {@code raise CLIENT NUMBER.} */
  private static final class LineHook implements InboundHook {
    @Override
    public String name() {
      return "line";
    }

    @Override
    public String source() {
      return "lines";
    }

    @Override
    public HookAnswer receive(HookRequest request, TaskIntake intake) {
      String line = new String(request.body(), StandardCharsets.UTF_8);
      if (!line.matches("raise [a-z]{1,40} [0-9]{1,9}\\.")) {
        throw new InvalidInputException("body", "must be: raise CLIENT NUMBER.");
      }
      String[] words = line.split(" ", -1);
      return HookAnswer.accepted(
          intake.accept(
              List.of(
                  TaskSignal.builder()
                      .kind(SignalKind.RAISED)
                      .externalId(words[2])
                      .client(words[1])
                      .title("Line " + words[2])
                      .build())));
    }
  }
}
