package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.daybook.api.notice.NoticeKind;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** Whom a rule tells. */
public class RecipientsTest {
  private final ControlFixture world = new ControlFixture();

  @Test
  public void theEngineersManagerIsTold() {
    assertThat(told()).contains(Examples.MANAGER_ID);
  }

  @Test
  public void whoLeadsAManagerThatLeftIsTold() {
    world.change(Examples.MANAGER_ID, member -> member.toBuilder().active(false).build());
    assertThat(told()).contains(ControlFixture.BOSS_ID);
  }

  @Test
  public void theClientsManagerIsToldIfTheEngineerHasNone() {
    engineersManager(Optional.empty());
    clientsManager(Optional.of(ControlFixture.BOSS_ID));
    assertThat(told()).contains(ControlFixture.BOSS_ID);
  }

  @Test
  public void theOperatorsAreToldIfThereIsNobodyElse() {
    engineersManager(Optional.empty());
    clientsManager(Optional.empty());
    assertThat(told()).isEmpty();
  }

  @Test
  public void theOperatorsAreToldIfTheClientsManagerLeft() {
    engineersManager(Optional.empty());
    world.change(Examples.MANAGER_ID, member -> member.toBuilder().active(false).build());
    assertThat(told()).isEmpty();
  }

  @Test
  public void nobodyIsToldOfThemselves() {
    engineersManager(Optional.of(Examples.ENGINEER_ID));
    clientsManager(Optional.of(Examples.ENGINEER_ID));
    assertThat(told()).isEmpty();
  }

  private void engineersManager(Optional<String> id) {
    world.change(Examples.ENGINEER_ID, member -> member.toBuilder().managerId(id).build());
  }

  private void clientsManager(Optional<String> id) {
    world.store.prepare(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .managerId(id)
                        .build()));
  }

  /** Who is told that a task of the client's usual engineer is overdue. */
  private Optional<String> told() {
    world.put(
        RuleCase.task(world).engineerId(Optional.empty()).dueAt(RuleCase.in(world, -1)).build());
    world.look();
    assertThat(world.standing(NoticeKind.TASK_OVERDUE)).hasSize(1);
    return world.standing(NoticeKind.TASK_OVERDUE).get(0).recipientId();
  }
}
