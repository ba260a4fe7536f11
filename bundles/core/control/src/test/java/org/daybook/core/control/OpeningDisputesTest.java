package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.core.control.DisputeFixture.REQUEST;
import static org.daybook.core.control.DisputeFixture.TOKEN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.report.ReportState;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class OpeningDisputesTest {
  private final DisputeFixture fixture = new DisputeFixture();

  @Test
  public void theTaskIsCreatedAtOnceInTheClientsWords() {
    Dispute dispute = fixture.open();

    TaskRequest request = fixture.intake.requests.get(0);
    assertThat(request.client()).contains("romashka");
    assertThat(request.title()).contains("Не настроен принтер");
    assertThat(request.description()).contains("Просили ещё в прошлый раз.");
    assertThat(request.priority()).contains(Priority.HIGH);
    assertThat(request.externalId()).contains("dispute:" + dispute.id());
    assertThat(request.visitId()).isEmpty();
    Task task = fixture.tasks().get(0);
    assertThat(task.id()).isEqualTo(dispute.taskId());
    assertThat(task.source()).isEqualTo("client");
  }

  @Test
  public void aDisputeKnowsWhatItIsAbout() {
    fixture.links.put(TOKEN, Examples.VISIT_ID, 3);

    Dispute dispute = fixture.open();

    assertThat(dispute.state()).isEqualTo(DisputeState.OPENED);
    assertThat(dispute.visitId()).isEqualTo(Examples.VISIT_ID);
    assertThat(dispute.revision()).isEqualTo(3);
    assertThat(dispute.clientId()).isEqualTo(Examples.CLIENT_ID);
    assertThat(dispute.contactId()).contains(Examples.CONTACT_ID);
    assertThat(dispute.engineerId()).isEqualTo(Examples.ENGINEER_ID);
    assertThat(dispute.openedAt()).isEqualTo(Examples.NOW);
    assertThat(fixture.all()).containsExactly(dispute);
  }

  @Test
  public void theAuditTrailNamesTheContact() {
    Dispute dispute = fixture.open();

    List<AuditEntry> trail =
        fixture.store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().valueId(dispute.id()).build(),
                        new PageRequest(10, Optional.empty(), false))
                    .items());
    assertThat(trail)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actorId()).isEqualTo("contact:" + Examples.CONTACT_ID);
              assertThat(entry.actorName()).isEqualTo("Анна Лютикова");
            });
    assertThat(fixture.intake.authors.get(0).name()).isEqualTo("Анна Лютикова");
  }

  @Test
  public void theEngineersManagerAndTheEngineerAreTold() {
    Dispute dispute = fixture.open();

    String key = "dispute:" + dispute.id();
    assertThat(fixture.told())
        .containsExactlyInAnyOrder(
            "DISPUTE_OPENED " + key + " " + Examples.MANAGER_ID,
            "DISPUTE_OPENED " + key + ":engineer " + Examples.ENGINEER_ID);
    assertThat(fixture.standing(NoticeKind.DISPUTE_OPENED, key).subject())
        .isEqualTo(
            "ООО «Ромашка» не находит свою задачу в отчёте о выезде 12 марта — «Не настроен принтер»:"
                + " возьмите претензию в работу и примите решение.");
  }

  @Test
  public void withoutAManagerOfTheEngineerTheClientsIsTold() {
    changeStaff(Role.ENGINEER, engineer -> engineer.managerId(Optional.empty()));
    assertThat(fixture.open()).isNotNull();
    assertThat(fixture.told()).anyMatch(notice -> notice.endsWith(" " + Examples.MANAGER_ID));
  }

  @Test
  public void withoutAnyManagerTheOperatorsAreTold() {
    changeStaff(Role.ENGINEER, engineer -> engineer.managerId(Optional.empty()));
    changeClient(client -> client.managerId(Optional.empty()));
    assertThat(fixture.open()).isNotNull();
    assertThat(fixture.told()).anyMatch(notice -> notice.endsWith(" operators"));
  }

  @Test
  public void aManagerWhoHasLeftIsNotTold() {
    changeStaff(Role.MANAGER, manager -> manager.active(false));
    assertThat(fixture.open()).isNotNull();
    assertThat(fixture.told()).anyMatch(notice -> notice.endsWith(" operators"));
  }

  @Test
  public void whoeverIsConcernedIsNotToldToDecide() {
    changeStaff(Role.ENGINEER, engineer -> engineer.managerId(Examples.ENGINEER_ID));
    changeClient(client -> client.managerId(Examples.ENGINEER_ID));
    Dispute dispute = fixture.open();
    assertThat(fixture.told()).contains("DISPUTE_OPENED dispute:" + dispute.id() + " operators");
  }

  @Test
  public void theSameFormOpensOneDispute() {
    Dispute first = fixture.open();
    Dispute second = fixture.disputes.open(TOKEN, new DisputeRequest("form-1", "Другое", ""));

    assertThat(second).isEqualTo(first);
    assertThat(fixture.tasks()).hasSize(1);
    assertThat(fixture.intake.requests).hasSize(1);
  }

  @Test
  public void theSameFormOnAnotherReportIsAnotherDispute() {
    fixture.store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));
    fixture.links.put("other", "visit-2", 1);

    fixture.open();
    fixture.disputes.open("other", REQUEST);

    assertThat(fixture.all()).extracting(Dispute::visitId).containsExactly("visit-1", "visit-2");
  }

  @Test
  public void aTokenThatOpensNothingChangesNothing() {
    for (String token : List.of("", "guessed", TOKEN + " ")) {
      assertThatThrownBy(() -> fixture.disputes.open(token, REQUEST))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> fixture.disputes.of(token)).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> fixture.disputes.withdraw(token, "x"))
          .isInstanceOf(NotFoundException.class);
    }
    // Nor does it tell what would be wrong with the form.
    assertThatThrownBy(() -> fixture.disputes.open("guessed", new DisputeRequest("", "", "")))
        .isInstanceOf(NotFoundException.class);
    nothingIsStored();
  }

  @Test
  public void withoutATaskThereIsNoDispute() {
    for (DaybookException failure :
        List.of(
            new UnavailableException("The source client is not there now."),
            new RefusedException("No."),
            new InvalidInputException("client", "is not known"))) {
      fixture.intake.failure = Optional.of(failure);
      assertThatThrownBy(fixture::open).isSameAs(failure);
    }
    nothingIsStored();
  }

  @Test
  public void ifTheCommitFailsThereIsNeitherTaskNorNoticeNorJob() {
    fixture.store.failNextCommit();
    assertThatThrownBy(fixture::open).isInstanceOf(DaybookException.class);
    nothingIsStored();
  }

  @Test
  public void whatIsMissingIsTemporary() {
    fixture.disputes.intake = null;
    assertThatThrownBy(fixture::open).isInstanceOf(UnavailableException.class);
    fixture.disputes.links = null;
    assertThatThrownBy(fixture::open).isInstanceOf(UnavailableException.class);
    nothingIsStored();
  }

  @Test
  public void everyBadFieldIsNamed() {
    bad(new DisputeRequest("", "", ""), "externalId", "title");
    bad(new DisputeRequest(" ", "\n", "x".repeat(4001)), "externalId", "title", "text");
    bad(new DisputeRequest("x".repeat(101), "x".repeat(201), ""), "externalId", "title");
    bad(new DisputeRequest("a\0b", "a\ud800b", "\0"), "externalId", "title", "text");
    bad(new DisputeRequest(null, null, null), "externalId", "title");
    nothingIsStored();
  }

  @Test
  public void theLongestTextsAreTaken() {
    Dispute dispute =
        fixture.disputes.open(
            TOKEN, new DisputeRequest("x".repeat(100), "ж".repeat(200), "😀".repeat(2000)));
    assertThat(dispute.title()).hasSize(200);
    assertThat(dispute.text()).hasSize(4000);
  }

  @Test
  public void tenAtMostAreOpenAtATime() {
    for (int i = 1; i <= 10; i++) {
      fixture.open("form-" + i);
    }
    assertThatThrownBy(() -> fixture.open("form-11")).isInstanceOf(RefusedException.class);
    // A repeat of one that is there is no new one.
    assertThat(fixture.open("form-10")).isNotNull();
    assertThat(fixture.tasks()).hasSize(10);
  }

  @Test
  public void takingBackAndOpeningAgainMakesNoEndlessTasks() {
    for (int i = 1; i <= 10; i++) {
      fixture.disputes.withdraw(TOKEN, fixture.open("form-" + i).id());
    }
    assertThatThrownBy(() -> fixture.open("form-11")).isInstanceOf(RefusedException.class);
    fixture.all().forEach(fixture::finishTask);
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.open("form-11")).isNotNull();
  }

  @Test
  public void aClientWhoseContractHasEndedIsToldSo() {
    changeClient(client -> client.active(false));
    assertThatThrownBy(fixture::open)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("contract");
    nothingIsStored();
  }

  @Test
  public void aManagerWritesItDownForAClientWhoCalled() {
    Dispute dispute = fixture.disputes.open(Examples.MANAGER, Examples.VISIT_ID, REQUEST);

    assertThat(dispute.contactId()).isEmpty();
    assertThat(dispute.revision()).isEqualTo(1);
    assertThat(fixture.intake.authors).containsExactly(Examples.MANAGER);
    assertThat(fixture.disputes.open(Examples.ADMIN, Examples.VISIT_ID, REQUEST))
        .isEqualTo(dispute);
  }

  @Test
  public void onlyManagersWriteItDown() {
    for (var actor : List.of(Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      assertThatThrownBy(() -> fixture.disputes.open(actor, Examples.VISIT_ID, REQUEST))
          .isInstanceOf(ForbiddenException.class);
    }
    nothingIsStored();
  }

  @Test
  public void aManagerDisputesTheNewestReportThatWentOut() {
    fixture.store.prepare(
        tx -> {
          tx.reports()
              .insert(Examples.report().toBuilder().id("report-2").revision(2).sequence(2).build());
          tx.reports()
              .insert(
                  Examples.report().toBuilder()
                      .id("report-3")
                      .revision(3)
                      .sequence(3)
                      .state(ReportState.HELD)
                      .build());
        });
    assertThat(fixture.disputes.open(Examples.MANAGER, Examples.VISIT_ID, REQUEST).revision())
        .isEqualTo(2);
  }

  @Test
  public void aReportThatNeverWentOutIsNotDisputed() {
    fixture.store.prepare(
        tx -> {
          tx.reports()
              .update(
                  tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                      .state(ReportState.SUPERSEDED)
                      .releasedAt(Optional.empty())
                      .build());
          tx.reports()
              .insert(
                  Examples.report().toBuilder()
                      .id("report-2")
                      .revision(2)
                      .sequence(2)
                      .state(ReportState.HELD)
                      .releasedAt(Optional.empty())
                      .build());
        });
    assertThatThrownBy(() -> fixture.disputes.open(Examples.MANAGER, Examples.VISIT_ID, REQUEST))
        .isInstanceOf(RefusedException.class);
    nothingIsStored();
  }

  @Test
  public void withoutAReportThereIsNothingToDispute() {
    assertThatThrownBy(() -> fixture.disputes.open(Examples.MANAGER, "visit-9", REQUEST))
        .isInstanceOf(NotFoundException.class);
    fixture.store.prepare(
        tx ->
            tx.reports()
                .update(
                    tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                        .state(ReportState.HELD)
                        .build()));
    assertThatThrownBy(() -> fixture.disputes.open(Examples.MANAGER, Examples.VISIT_ID, REQUEST))
        .isInstanceOf(RefusedException.class);
    nothingIsStored();
  }

  @Test
  public void thePageShowsThoseOfItsReportOldestFirst() {
    fixture.store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));
    fixture.links.put("other", "visit-2", 1);
    Dispute first = fixture.open("b");
    fixture.clock.advance(Duration.ofMinutes(5));
    Dispute second = fixture.open("a");
    fixture.disputes.open("other", REQUEST);

    assertThat(fixture.disputes.of(TOKEN)).containsExactly(first, second);
  }

  @Test
  public void theClientTakesItBackAndTheTaskStays() {
    Dispute dispute = fixture.open();

    Dispute withdrawn = fixture.disputes.withdraw(TOKEN, dispute.id());

    assertThat(withdrawn.state()).isEqualTo(DisputeState.WITHDRAWN);
    assertThat(withdrawn.decision()).contains(DisputeState.WITHDRAWN);
    assertThat(withdrawn.decidedBy()).isEmpty();
    assertThat(fixture.disputes.withdraw(TOKEN, dispute.id())).isEqualTo(withdrawn);
    assertThat(fixture.tasks()).hasSize(1);
    assertThat(fixture.told()).isEmpty();
    fixture.finishTask(dispute);
    fixture.jobs.runAll(fixture.job);
    assertThat(fixture.disputes.withdraw(TOKEN, dispute.id()).state())
        .isEqualTo(DisputeState.CLOSED);
  }

  @Test
  public void whatIsDecidedOrOfAnotherReportIsNotTakenBack() {
    Dispute dispute = fixture.upheld();
    assertThatThrownBy(() -> fixture.disputes.withdraw(TOKEN, dispute.id()))
        .isInstanceOf(RefusedException.class);

    fixture.links.put("other", "visit-2", 1);
    Dispute open = fixture.open("form-2");
    assertThatThrownBy(() -> fixture.disputes.withdraw("other", open.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fixture.disputes.withdraw(TOKEN, "no-such"))
        .isInstanceOf(NotFoundException.class);
    assertThat(fixture.stored(open)).isEqualTo(open);
  }

  @Test
  public void anotherReaderOfTheReportTakesNothingBack() {
    fixture.links.put("colleague", Examples.VISIT_ID, 1, "contact-2");
    Dispute theirs = fixture.open();

    assertThatThrownBy(() -> fixture.disputes.withdraw("colleague", theirs.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(new NotFoundException("dispute", theirs.id()).getMessage());
    assertThat(fixture.stored(theirs)).isEqualTo(theirs);
    assertThat(fixture.disputes.of("colleague")).containsExactly(theirs);
  }

  @Test
  public void whatAManagerWroteDownIsTakenBackByAnyReader() {
    fixture.links.put("colleague", Examples.VISIT_ID, 1, "contact-2");
    Dispute written = fixture.disputes.open(Examples.MANAGER, Examples.VISIT_ID, REQUEST);
    assertThat(fixture.disputes.withdraw("colleague", written.id()).state())
        .isEqualTo(DisputeState.WITHDRAWN);
  }

  @Test
  public void anExpiredTokenChangesNothing() {
    Dispute dispute = fixture.open();
    fixture.clock.set(Examples.reportLink().expiresAt());
    assertThatThrownBy(() -> fixture.open("form-2")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> fixture.disputes.withdraw(TOKEN, dispute.id()))
        .isInstanceOf(NotFoundException.class);
    assertThat(fixture.all()).containsExactly(dispute);
    assertThat(fixture.tasks()).hasSize(1);
  }

  @Test
  public void itIsTakenUpAndNeedsNoJobBeforeItIsDecided() {
    Dispute dispute = fixture.open();
    assertThat(fixture.jobs.jobs()).isEmpty();
    assertThat(fixture.act(Examples.MANAGER, dispute, new DisputeAction.Review()).state())
        .isEqualTo(DisputeState.UNDER_REVIEW);
  }

  private void bad(DisputeRequest request, String... fields) {
    assertThatThrownBy(() -> fixture.disputes.open(TOKEN, request))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors()).extracting("field").containsExactly((Object[]) fields));
  }

  private void nothingIsStored() {
    assertThat(fixture.all()).isEmpty();
    assertThat(fixture.tasks()).isEmpty();
    assertThat(fixture.told()).isEmpty();
    assertThat(fixture.jobs.jobs()).isEmpty();
  }

  private void changeStaff(Role role, Consumer<StaffMember.Builder> change) {
    fixture.store.prepare(
        tx -> {
          StaffMember.Builder member =
              tx.staff().find(Examples.staff(role).id()).orElseThrow().toBuilder();
          change.accept(member);
          tx.staff().update(member.build());
        });
  }

  private void changeClient(Consumer<Client.Builder> change) {
    fixture.store.prepare(
        tx -> {
          Client.Builder client = tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder();
          change.accept(client);
          tx.clients().update(client.build());
        });
  }
}
