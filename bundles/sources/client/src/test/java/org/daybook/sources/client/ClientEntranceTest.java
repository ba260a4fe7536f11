package org.daybook.sources.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.task.Priority;
import org.daybook.testkit.Examples;
import org.daybook.testkit.TaskEntranceContract;
import org.junit.Test;

public class ClientEntranceTest extends TaskEntranceContract {
  private final TaskEntrance entrance = createEntrance();

  @Override
  protected ClientEntrance createEntrance() {
    return new ClientEntrance();
  }

  @Test
  public void aWishKeepsTheClientsWords() {
    String words = "  ну вы посмотрите чтобы не тормозило, «пожалуйста» :)\nи принтер  ";
    TaskRequest request =
        validRequest().toBuilder().title(words).priority(Optional.empty()).build();

    TaskSignal signal = entrance.signal(request, Examples.ENGINEER);

    assertThat(signal.title()).isEqualTo(words);
    assertThat(signal.priority()).isEqualTo(Priority.NORMAL);
    assertThat(signal.visitId()).contains(Examples.VISIT_ID);
  }

  @Test
  public void anEngineersWishWithoutVisitIsRefused() {
    TaskRequest request = validRequest().toBuilder().visitId(Optional.empty()).build();

    assertThatThrownBy(() -> entrance.signal(request, Examples.ENGINEER))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("visitId: is missing");
  }

  @Test
  public void whatAReportMissesWaitsForTheNextVisit() {
    TaskRequest missed =
        TaskRequest.builder()
            .externalId("dispute:0190-1")
            .client("romashka")
            .title("Не настроен принтер")
            .description("Просили ещё в прошлый раз.")
            .priority(Priority.HIGH)
            .build();
    Actor contact = new Actor("contact:contact-1", "Анна Лютикова", Role.ADMIN);

    for (Actor author : List.of(contact, Examples.MANAGER)) {
      TaskSignal signal = entrance.signal(missed, author);

      assertThat(signal.externalId()).isEqualTo("dispute:0190-1");
      assertThat(signal.title()).isEqualTo("Не настроен принтер");
      assertThat(signal.description()).isEqualTo("Просили ещё в прошлый раз.");
      assertThat(signal.priority()).isEqualTo(Priority.HIGH);
      assertThat(signal.visitId()).isEmpty();
    }
  }

  @Test
  public void whoDoesNotComeToTheClientRecordsNoWish() {
    assertThatThrownBy(() -> entrance.signal(validRequest(), Examples.SUPPORT))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> entrance.signal(validRequest(), Examples.SPECIALIST))
        .isInstanceOf(ForbiddenException.class);
  }
}
