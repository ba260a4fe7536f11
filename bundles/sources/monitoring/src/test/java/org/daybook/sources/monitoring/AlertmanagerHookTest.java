package org.daybook.sources.monitoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Priority;
import org.daybook.testkit.InboundHookContract;
import org.daybook.testkit.RecordingIntake;
import org.junit.Test;

public class AlertmanagerHookTest extends InboundHookContract {
  private final RecordingIntake intake = new RecordingIntake();

  @Override
  protected InboundHook createHook() {
    return new AlertmanagerHook(Payloads.config(Map.of()));
  }

  @Override
  protected List<HookRequest> validMessages() throws IOException {
    List<HookRequest> captured = new ArrayList<>();
    for (String name :
        List.of(
            "001-firing.json",
            "002-group-of-three.json",
            "003-other-group.json",
            "004-repeat-of-002.json",
            "005-repeat-of-003.json")) {
      captured.add(Payloads.captured(name));
    }
    return captured;
  }

  @Test
  public void aFiringAlertSaysWhatIsWrongAndWhere() throws Exception {
    receive(Payloads.captured("001-firing.json"));

    TaskSignal signal = intake.signals().get(0);
    assertThat(signal.kind()).isEqualTo(SignalKind.RAISED);
    assertThat(signal.externalId()).isEqualTo("61e034184c870b5b");
    assertThat(signal.occurrence()).isEqualTo("2026-11-23T08:42:42.956553837Z");
    assertThat(signal.client()).isEqualTo("ООО «Ромашка»");
    assertThat(signal.asset()).isEqualTo("srv-файл-01:9100");
    assertThat(signal.title()).isEqualTo("Диск /dev/sda1 заполнен на 94%");
    assertThat(signal.description()).isEqualTo("Осталось 6 ГБ; \"кавычки\" & <теги> ещё.");
    assertThat(signal.priority()).isEqualTo(Priority.NORMAL);
    assertThat(signal.occurredAt()).contains(Instant.parse("2026-11-23T08:42:42.956553837Z"));
    assertThat(signal.fault()).isTrue();
  }

  @Test
  public void aGroupThatGrewRepeatsWhatIsKnownAndAddsWhatIsNew() throws Exception {
    receive(Payloads.captured("001-firing.json"));

    assertThat(text(receive(Payloads.captured("002-group-of-three.json"))))
        .isEqualTo("{\"taken\":2,\"repeated\":1,\"unassigned\":0}");
    assertThat(text(receive(Payloads.captured("004-repeat-of-002.json"))))
        .isEqualTo("{\"taken\":0,\"repeated\":3,\"unassigned\":0}");
  }

  @Test
  public void aSeverityBecomesAPriority() throws Exception {
    receive(Payloads.captured("003-other-group.json"));

    assertThat(intake.signals().get(0).priority()).isEqualTo(Priority.URGENT);
  }

  @Test
  public void aResolvedAlertInAFiringGroupIsARecovery() throws Exception {
    receive(
        Payloads.json(
            """
            {"status":"firing","alerts":[
              {"status":"firing","labels":{"alertname":"A","client":"romashka"},
               "annotations":{},"startsAt":"2026-11-23T08:42:42.1Z",
               "endsAt":"0001-01-01T00:00:00Z","fingerprint":"f1"},
              {"status":"resolved","labels":{"alertname":"A","client":"romashka"},
               "annotations":{},"startsAt":"2026-11-23T11:42:43.1+03:00",
               "endsAt":"2026-11-23T08:50:00Z","fingerprint":"f2"}]}
            """));

    assertThat(intake.signals())
        .extracting(TaskSignal::kind)
        .containsExactly(SignalKind.RAISED, SignalKind.CLEARED);
    TaskSignal recovery = intake.signals().get(1);
    assertThat(recovery.externalId()).isEqualTo("f2");
    assertThat(recovery.occurrence()).isEqualTo("2026-11-23T08:42:43.100Z");
    assertThat(recovery.occurredAt()).contains(Instant.parse("2026-11-23T08:50:00Z"));
    assertThat(recovery.title()).isEqualTo("A");
  }

  @Test
  public void aResolvedAlertWithoutAnnotationsLabelsAndEndIsUnderstood() throws Exception {
    receive(
        Payloads.json(
            """
            {"alerts":[{"status":"resolved","annotations":null,"fingerprint":"f1",
              "startsAt":"2026-11-23T08:42:42Z","endsAt":"0001-01-01T00:00:00Z"}]}
            """));

    TaskSignal recovery = intake.signals().get(0);
    assertThat(recovery.kind()).isEqualTo(SignalKind.CLEARED);
    assertThat(recovery.occurredAt()).isEmpty();
    assertThat(recovery.client()).isEmpty();
  }

  @Test
  public void textsThatAreTooLongAreCutAndNotLost() throws Exception {
    receive(
        Payloads.json(
            """
            {"alerts":[{"status":"firing","fingerprint":"f1","startsAt":"2026-11-23T08:42:42Z",
              "labels":{"client":"%s"},
              "annotations":{"summary":"%s\\u0000","description":"%s"}}]}
            """
                .formatted("c".repeat(500), "s".repeat(500), "d".repeat(20_000))));

    TaskSignal signal = intake.signals().get(0);
    assertThat(signal.title()).hasSize(300).endsWith("s…");
    assertThat(signal.description()).hasSize(10_000).endsWith("d…");
    assertThat(signal.client()).hasSize(200);
  }

  @Test
  public void noTextIsCutThroughASign() throws Exception {
    receive(
        Payloads.json(
            """
            {"alerts":[{"status":"firing","fingerprint":"f1","startsAt":"2026-11-23T08:42:42Z",
              "annotations":{"summary":"x%s","description":"half \\ud83d of one"}}]}
            """
                .formatted("😀".repeat(500))));

    TaskSignal signal = intake.signals().get(0);
    assertThat(signal.title()).hasSizeLessThanOrEqualTo(300).endsWith("😀…");
    assertThat(signal.description()).isEqualTo("half   of one");
  }

  @Test
  public void aMessageWithoutAlertsIsAccepted() throws Exception {
    assertThat(receive(Payloads.json("{\"alerts\":[]}")).status()).isEqualTo(202);
  }

  @Test
  public void everyFieldThatIsWrongIsNamed() {
    assertThat(refused("{}")).containsExactly("alerts");
    assertThat(refused("{\"alerts\":{}}")).containsExactly("alerts");
    assertThat(refused("[]")).containsExactly("body");
    assertThat(refused("{\"alerts\":[]} {}")).containsExactly("body");
    assertThat(refused("{\"alerts\":[1,{}]}"))
        .containsExactly(
            "alerts[0]", "alerts[1].status", "alerts[1].fingerprint", "alerts[1].startsAt");
    assertThat(
            refused(
                """
                {"alerts":[{"status":"broken","fingerprint":17,"labels":[],
                  "annotations":{"summary":{}},"startsAt":"yesterday","endsAt":4}]}
                """))
        .containsExactly(
            "alerts[0].status",
            "alerts[0].fingerprint",
            "alerts[0].labels",
            "alerts[0].annotations.summary",
            "alerts[0].startsAt",
            "alerts[0].endsAt");
  }

  @Test
  public void aHundredErrorsAreNamedAndNoMore() {
    String labels =
        IntStream.range(0, 100_000).mapToObj(i -> "\"" + i + "\":0").collect(joining(","));

    assertThat(refused("{\"alerts\":[" + "{},".repeat(200) + "{}]}")).hasSize(100);
    assertThat(refused("{\"alerts\":[" + "1,".repeat(200) + "1]}")).hasSize(100);
    assertThat(refused("{\"alerts\":[{\"labels\":{" + labels + "}}]}")).hasSize(100);
  }

  @Test
  public void aMessageOfCountlessAlertsIsNotRead() throws Exception {
    String alert =
        "{\"status\":\"firing\",\"fingerprint\":\"f1\",\"startsAt\":\"2026-11-23T08:42:42Z\"}";

    assertThat(refused("{\"alerts\":[" + (alert + ",").repeat(20_000) + alert + "]}"))
        .containsExactly("alerts");
    receive(Payloads.json("{\"alerts\":[" + (alert + ",").repeat(4999) + alert + "]}"));
    assertThat(intake.calls()).isEqualTo(1);
  }

  @Test
  public void whatTheIntakeRefusesIsNamedAsTheSenderKnowsIt() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                Intakes.accept(
                    signals -> {
                      throw new InvalidInputException("[2].occurredAt", "is too early");
                    },
                    List.of(),
                    "alerts"));

    assertThat(refused.errors())
        .extracting(FieldError::field)
        .containsExactly("alerts[2].occurredAt");
  }

  @Test
  public void anotherMediaTypeIsRefused() throws Exception {
    HookRequest xml =
        new HookRequest(Map.of("content-type", List.of("text/xml")), new byte[] {'<'});

    assertThat(receive(xml).status()).isEqualTo(415);
    assertThat(intake.calls()).isZero();
  }

  private HookAnswer receive(HookRequest message) throws Exception {
    return createHook().receive(message, intake);
  }

  private List<String> refused(String body) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> receive(Payloads.json(body)));
    assertThat(refused).as(body).isNotNull();
    assertThat(intake.calls()).isZero();
    return refused.errors().stream().map(FieldError::field).toList();
  }

  private static String text(HookAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
