package org.daybook.sources.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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

public class RequestTrackerHookTest extends InboundHookContract {
  private final RecordingIntake intake = new RecordingIntake();
  private final InboundHook hook = createHook();

  @Override
  protected InboundHook createHook() {
    return new RequestTrackerHook(Messages.config(Map.of()));
  }

  @Override
  protected List<HookRequest> validMessages() throws IOException {
    return List.of(
        Messages.captured("001-create.json"),
        Messages.captured("002-set-owner.json"),
        Messages.captured("003-set-queue.json"));
  }

  @Test
  public void aTicketBecomesATaskWhenItIsHandedOver() throws Exception {
    for (HookRequest message : validMessages()) {
      receive(message);
    }

    assertThat(intake.signals())
        .containsExactly(
            TaskSignal.builder()
                .kind(SignalKind.RAISED)
                .externalId("1")
                .unique(true)
                .client("romashka")
                .title("Не открывается 1С — удалённо не решено")
                .priority(Priority.NORMAL)
                .build());
  }

  @Test
  public void theOrderOfAHandOverDoesNotMatter() throws Exception {
    receive(Messages.captured("003-set-queue.json"));
    receive(Messages.captured("002-set-owner.json"));
    receive(Messages.captured("001-create.json"));

    assertThat(kinds()).containsExactly(SignalKind.RAISED);
  }

  @Test
  public void anyTransactionInTheQueueMakesTheTask() throws Exception {
    receive(Messages.transaction(43, "Set", "Owner", "выезд", "open", null));

    assertThat(kinds()).containsExactly(SignalKind.RAISED);
  }

  @Test
  public void whatIsWrittenToTheClientDescribesTheTask() throws Exception {
    receive(Messages.transaction(43, "Correspond", null, "Выезд", "open", "Нужен инженер"));

    assertThat(kinds()).containsExactly(SignalKind.UPDATED);
    assertThat(intake.signals().get(0).description()).isEqualTo("Нужен инженер");
  }

  @Test
  public void whatIsWrittenToColleaguesStaysWithThem() throws Exception {
    receive(Messages.transaction(43, "Comment", null, "Выезд", "open", "Клиент сложный"));

    assertThat(kinds()).containsExactly(SignalKind.RAISED);
    assertThat(intake.signals().get(0).description()).isEmpty();
  }

  @Test
  public void aTicketThatIsMovedOutOfTheQueueIsOver() throws Exception {
    receive(Messages.transaction(42, "Set", "Queue", "Выезд", "open", null));
    receive(Messages.transaction(50, "Set", "Queue", "General", "open", null));

    assertThat(kinds()).containsExactly(SignalKind.RAISED, SignalKind.CLEARED);
  }

  @Test
  public void aTicketIsTheSameWhoeverItsRequestorIsNow() throws Exception {
    receive(Messages.transaction(50, "Status", "Status", "Выезд", "resolved", null));

    assertThat(intake.signals().get(0).unique()).isTrue();
  }

  @Test
  public void aTicketThatIsClosedIsOver() throws Exception {
    receive(Messages.transaction(42, "Set", "Queue", "Выезд", "open", null));
    receive(Messages.transaction(50, "Status", "Status", "Выезд", "resolved", null));

    assertThat(kinds()).containsExactly(SignalKind.RAISED, SignalKind.CLEARED);
  }

  @Test
  public void aLateMessageDoesNotUndoANewerOne() throws Exception {
    receive(Messages.transaction(60, "Status", "Status", "Выезд", "resolved", null));
    receive(Messages.transaction(59, "Correspond", null, "Выезд", "open", "Готово"));
    assertThat(kinds()).containsExactly(SignalKind.CLEARED);

    receive(Messages.transaction(70, "Set", "Queue", "Выезд", "open", null));
    receive(Messages.transaction(65, "Set", "Queue", "General", "open", null));
    assertThat(kinds()).containsExactly(SignalKind.CLEARED, SignalKind.RAISED);
  }

  @Test
  public void aTransactionElsewhereSaysNothing() throws Exception {
    HookAnswer answer = receive(Messages.transaction(44, "Set", "Owner", "General", "open", null));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(intake.calls()).isZero();
  }

  @Test
  public void idsMayBeStrings() throws Exception {
    receive(
        Messages.json("{\"ticket\":\"17\",\"txn\":\"42\",\"queue\":\"Выезд\",\"status\":\"new\"}"));

    assertThat(intake.signals().get(0).externalId()).isEqualTo("17");
    assertThat(intake.signals().get(0).title()).isEqualTo("№ 17");
    assertThat(intake.signals().get(0).client()).isEmpty();
  }

  @Test
  public void everyFieldThatIsWrongIsNamed() {
    assertThat(refused("{}")).containsExactly("ticket", "txn", "queue", "status");
    assertThat(
            refused(
                """
                {"ticket":1.5,"txn":-1,"queue":7,"status":" ","type":[],"field":1,
                 "requestors":{},"subject":false,"content":1}
                """))
        .contains("ticket", "txn", "queue", "status", "type", "requestors", "subject", "content");
    assertThat(refused("{\"ticket\":99999999999999999999,\"txn\":1}")).contains("ticket");
    assertThat(refused("[]")).containsExactly("body");
  }

  @Test
  public void anotherMediaTypeIsRefused() throws Exception {
    HookRequest xml =
        new HookRequest(Map.of("content-type", List.of("text/xml")), new byte[] {'<'});

    assertThat(receive(xml).status()).isEqualTo(415);
  }

  private HookAnswer receive(HookRequest message) throws Exception {
    return hook.receive(message, intake);
  }

  private List<SignalKind> kinds() {
    return intake.signals().stream().map(TaskSignal::kind).toList();
  }

  private List<String> refused(String body) {
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> receive(Messages.json(body)));
    assertThat(refused).as(body).isNotNull();
    assertThat(intake.calls()).isZero();
    return refused.errors().stream().map(FieldError::field).toList();
  }
}
