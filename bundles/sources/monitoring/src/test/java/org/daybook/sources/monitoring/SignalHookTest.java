package org.daybook.sources.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Priority;
import org.daybook.testkit.InboundHookContract;
import org.daybook.testkit.RecordingIntake;
import org.junit.Test;

public class SignalHookTest extends InboundHookContract {
  private static final String RAISED =
      """
      {"externalId":"disk-1","kind":"RAISED","client":"romashka","asset":"buh-1",
       "title":"Диск заполнен","description":"Осталось 2 ГБ","priority":"HIGH",
       "dueAt":"2026-11-25T18:00:00+03:00","occurredAt":"2026-11-23T09:00:00Z","colour":"red"}
      """;
  private static final String CLEARED = "{\"externalId\":\"disk-1\",\"kind\":\"CLEARED\"}";

  private final RecordingIntake intake = new RecordingIntake();

  @Override
  protected InboundHook createHook() {
    return new SignalHook();
  }

  @Override
  protected List<HookRequest> validMessages() {
    return List.of(Payloads.json(RAISED), Payloads.json(CLEARED));
  }

  @Test
  public void everyFieldIsRead() throws Exception {
    createHook().receive(Payloads.json(RAISED), intake);

    assertThat(intake.signals())
        .containsExactly(
            TaskSignal.builder()
                .kind(SignalKind.RAISED)
                .externalId("disk-1")
                .client("romashka")
                .asset("buh-1")
                .title("Диск заполнен")
                .description("Осталось 2 ГБ")
                .priority(Priority.HIGH)
                .dueAt(Instant.parse("2026-11-25T15:00:00Z"))
                .occurredAt(Instant.parse("2026-11-23T09:00:00Z"))
                .fault(true)
                .build());
  }

  @Test
  public void aRecoveryNeedsNoMoreThanItsName() throws Exception {
    createHook().receive(Payloads.json(CLEARED), intake);

    assertThat(intake.signals().get(0).kind()).isEqualTo(SignalKind.CLEARED);
  }

  @Test
  public void everyFieldThatIsWrongIsNamed() {
    assertThat(refused("{}")).containsExactly("kind", "externalId", "title");
    assertThat(refused("{\"kind\":\"GONE\",\"externalId\":\"\",\"title\":\" \"}"))
        .containsExactly("kind", "externalId", "title");
    assertThat(
            refused(
                """
                {"kind":1,"externalId":2,"client":[],"asset":{},"title":true,"description":3,
                 "priority":"ASAP","dueAt":"2026-11-25","occurredAt":"2026-11-25T18:00:00"}
                """))
        .containsExactly(
            "kind",
            "externalId",
            "client",
            "asset",
            "title",
            "description",
            "priority",
            "dueAt",
            "occurredAt");
    assertThat(refused("null")).containsExactly("body");
    assertThat(refused("\"text\"")).containsExactly("body");
  }

  @Test
  public void whatTheIntakeRefusesIsNamedAsTheSenderKnowsIt() {
    assertThat(
            refused(
                "{\"kind\":\"RAISED\",\"externalId\":\"%s\",\"title\":\"t\"}"
                    .formatted("x".repeat(201))))
        .containsExactly("externalId");
    assertThat(intake.calls()).isEqualTo(1);
  }

  @Test
  public void curlsDefaultMediaTypeWillDo() throws Exception {
    HookRequest form =
        new HookRequest(
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            Payloads.json(RAISED).body());

    assertThat(createHook().receive(form, intake).status()).isEqualTo(202);
  }

  private List<String> refused(String body) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> createHook().receive(Payloads.json(body), intake));
    assertThat(refused).as(body).isNotNull();
    assertThat(intake.signals()).isEmpty();
    return refused.errors().stream().map(FieldError::field).toList();
  }
}
