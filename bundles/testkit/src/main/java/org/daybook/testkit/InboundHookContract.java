package org.daybook.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.TaskSignal;
import org.junit.Test;

/** What every {@link InboundHook} must do. */
public abstract class InboundHookContract {
  private static final int DEEP = 100_000;

  /** The hook, as it is after its activation. */
  protected abstract InboundHook createHook() throws Exception;

  /** Messages as the foreign system really sends them; at least one of them has a signal. */
  protected abstract List<HookRequest> validMessages() throws Exception;

  /**
   * Messages that nobody can understand: by default nothing, bytes, prose, something that is nested
   * too deeply, and the first half of every valid one.
   */
  protected List<HookRequest> malformedMessages() throws Exception {
    HookRequest pattern = validMessages().get(0);
    List<HookRequest> malformed = new ArrayList<>();
    malformed.add(withBody(pattern, new byte[0]));
    malformed.add(withBody(pattern, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2, (byte) 0x80}));
    malformed.add(withBody(pattern, text("Hello there.")));
    malformed.add(withBody(pattern, text("[".repeat(DEEP))));
    malformed.add(withBody(pattern, text("{\"a\":".repeat(DEEP))));
    for (HookRequest valid : validMessages()) {
      malformed.add(withBody(valid, Arrays.copyOf(valid.body(), valid.body().length / 2)));
    }
    return malformed;
  }

  /** A message with the headers of another one. */
  protected static HookRequest withBody(HookRequest pattern, byte[] body) {
    return new HookRequest(pattern.headers(), body);
  }

  @Test
  public void itsNameAndItsSourceAreNamesForMachines() throws Exception {
    assertThat(createHook().name()).matches("[a-z0-9-]{1,40}");
    assertThat(createHook().source()).matches("[a-z0-9-]{1,40}");
  }

  @Test
  public void validMessagesAreAccepted() throws Exception {
    List<TaskSignal> all = new ArrayList<>();
    for (HookRequest message : validMessages()) {
      RecordingIntake intake = new RecordingIntake();
      HookAnswer answer = createHook().receive(message, intake);
      assertThat(answer.status()).isBetween(200, 299);
      assertThat(answer.mediaType()).isNotBlank();
      assertThat(answer.body()).isNotNull();
      all.addAll(intake.signals());
    }
    assertThat(all).isNotEmpty();
  }

  @Test
  public void theSameMessageTwiceGivesTheSameSignals() throws Exception {
    InboundHook hook = createHook();
    for (HookRequest message : validMessages()) {
      List<TaskSignal> first = signals(hook, message);
      assertThat(signals(hook, message)).isEqualTo(first);
      assertThat(signals(createHook(), message)).isEqualTo(first);
    }
  }

  @Test
  public void manyThreadsGetTheSameSignals() throws Exception {
    InboundHook hook = createHook();
    for (HookRequest message : validMessages()) {
      List<TaskSignal> alone = signals(hook, message);
      assertThat(Together.onThreads(thread -> () -> signals(hook, message)))
          .allMatch(alone::equals);
    }
  }

  @Test
  public void malformedMessagesAreRefusedAndNothingIsAccepted() throws Exception {
    for (HookRequest message : malformedMessages()) {
      RecordingIntake intake = new RecordingIntake();
      assertThatThrownBy(() -> createHook().receive(message, intake))
          .as("a message that begins %s", beginning(message))
          .isInstanceOf(InvalidInputException.class);
      assertThat(intake.signals()).isEmpty();
    }
  }

  @Test
  public void withoutStorageNothingIsAnsweredAsAccepted() throws Exception {
    for (HookRequest message : validMessages()) {
      RecordingIntake probe = new RecordingIntake();
      createHook().receive(message, probe);
      RecordingIntake intake = new RecordingIntake();
      intake.fail(Optional.of(new UnavailableException("The storage does not answer.")));
      if (!probe.signals().isEmpty()) {
        assertThatThrownBy(() -> createHook().receive(message, intake))
            .isInstanceOf(UnavailableException.class);
      }
    }
  }

  private static List<TaskSignal> signals(InboundHook hook, HookRequest message) throws Exception {
    RecordingIntake intake = new RecordingIntake();
    hook.receive(message, intake);
    return intake.signals();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String beginning(HookRequest message) {
    String body = new String(message.body(), StandardCharsets.UTF_8);
    return body.substring(0, Math.min(40, body.length()));
  }
}
