package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitDraft;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class SchedulingTest {

  private static final Instant LATER = Examples.NOW.plus(Duration.ofDays(7));

  private final VisitsFixture world = new VisitsFixture();

  @Test
  public void aPlannedVisitStandsInTheCalendar() {
    Visit visit =
        world.visits.schedule(
            Examples.MANAGER, Examples.visitDraft().toBuilder().plannedFor(LATER).build());
    assertThat(visit.state()).isEqualTo(VisitState.SCHEDULED);
    assertThat(visit.plannedFor()).isEqualTo(LATER);
    assertThat(visit.clientId()).isEqualTo(Examples.CLIENT_ID);
    assertThat(visit).isEqualTo(world.visit(visit.id()));
  }

  @Test
  public void whatIsPutIntoTheCalendarMovedOrCalledOffIsAnnounced() {
    Visit visit = world.visits.schedule(Examples.MANAGER, Examples.visitDraft());
    Job announcement = new Job("invitation", visit.id());
    assertThat(world.jobs.jobs()).containsKey(announcement);
    world.jobs.runAll(finishing("invitation"));
    world.visits.reschedule(
        Examples.MANAGER, visit.id(), OptionalLong.empty(), LATER, "так удобнее");
    assertThat(world.jobs.jobs()).containsKey(announcement);
    world.jobs.runAll(finishing("invitation"));
    world.visits.cancel(Examples.MANAGER, visit.id(), OptionalLong.empty(), "болезнь");
    assertThat(world.jobs.jobs()).containsKey(announcement);
  }

  @Test
  public void whatIsRefusedIsNotAnnounced() {
    refused(VisitDraft.builder().kind(VisitKind.PLANNED).client("romashka").build(), "plannedFor");
    assertThat(world.jobs.jobs()).isEmpty();
  }

  private static JobHandler finishing(String type) {
    return new JobHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public JobOutcome run(Job job) {
        return JobOutcome.finished();
      }
    };
  }

  @Test
  public void siteAndEngineerMayGoWithoutSaying() {
    Visit visit =
        world.visits.schedule(
            Examples.MANAGER,
            VisitDraft.builder()
                .kind(VisitKind.PLANNED)
                .client(Examples.CLIENT_ID)
                .plannedFor(LATER)
                .build());
    assertThat(visit.siteId()).isEqualTo(Examples.SITE_ID);
    assertThat(visit.engineerId()).isEqualTo(Examples.ENGINEER_ID);
  }

  @Test
  public void anEmergencyVisitIsForNow() {
    Visit visit = world.visits.schedule(Examples.MANAGER, emergency(Examples.NOW.minusSeconds(60)));
    assertThat(visit.plannedFor()).isEqualTo(Examples.NOW);
    assertThat(visit.requestedAt()).contains(Examples.NOW.minusSeconds(60));
  }

  @Test
  public void everyMissingFieldIsNamed() {
    refused(VisitDraft.builder().build(), "kind", "client");
    refused(VisitDraft.builder().kind(VisitKind.PLANNED).client("romashka").build(), "plannedFor");
    refused(
        VisitDraft.builder().kind(VisitKind.EMERGENCY).client("romashka").build(), "requestedAt");
  }

  @Test
  public void timesMustFitTheKind() {
    refused(emergency(Examples.NOW.plusSeconds(1)), "requestedAt");
    refused(Examples.visitDraft().toBuilder().requestedAt(Examples.NOW).build(), "requestedAt");
  }

  @Test
  public void unknownNamesAreRefused() {
    refused(Examples.visitDraft().toBuilder().client("vasilek").build(), "client");
    refused(Examples.visitDraft().toBuilder().site("site-unknown").build(), "site");
    refused(Examples.visitDraft().toBuilder().engineer(Examples.SUPPORT_ID).build(), "engineer");
    refused(Examples.visitDraft().toBuilder().engineer("staff-unknown").build(), "engineer");
  }

  @Test
  public void aClientWhoseContractEndedIsNotVisited() {
    world.put(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .active(false)
                        .build()));
    refused(Examples.visitDraft(), "client");
  }

  @Test
  public void theSiteMustBeSaidIfThereAreTwo() {
    world.put(tx -> tx.sites().insert(Examples.site().toBuilder().id("site-2").build()));
    refused(Examples.visitDraft().toBuilder().site(Optional.empty()).build(), "site");
  }

  @Test
  public void theSiteMustBeTheClients() {
    world.put(
        tx ->
            tx.sites()
                .insert(Examples.site().toBuilder().id("site-2").clientId("client-other").build()));
    refused(Examples.visitDraft().toBuilder().site("site-2").build(), "site");
  }

  @Test
  public void theEngineerMustBeSaidIfNoneIsUsual() {
    world.put(
        tx ->
            tx.clients()
                .update(
                    tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                        .engineerId(Optional.empty())
                        .build()));
    refused(Examples.visitDraft().toBuilder().engineer(Optional.empty()).build(), "engineer");
  }

  @Test
  public void reschedulingMovesTheVisitAndSaysWhy() {
    Visit moved =
        world.visits.reschedule(
            Examples.MANAGER, Examples.VISIT_ID, OptionalLong.of(1), LATER, " Клиент просил ");
    assertThat(moved.state()).isEqualTo(VisitState.SCHEDULED);
    assertThat(moved.plannedFor()).isEqualTo(LATER);
    assertThat(moved.reason()).contains("Клиент просил");
  }

  @Test
  public void cancellingSaysWhy() {
    Visit cancelled =
        world.visits.cancel(
            Examples.MANAGER, Examples.VISIT_ID, OptionalLong.empty(), "Офис закрыт");
    assertThat(cancelled.state()).isEqualTo(VisitState.CANCELLED);
    assertThat(cancelled.reason()).contains("Офис закрыт");
    assertThat(cancelled.neverScheduled()).isFalse();
  }

  @Test
  public void aCancelledDraftWasNeverInTheCalendar() {
    world.store.prepare(
        tx ->
            tx.visits()
                .update(
                    tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                        .state(VisitState.DRAFT)
                        .build()));
    Visit cancelled =
        world.visits.cancel(Examples.MANAGER, Examples.VISIT_ID, OptionalLong.empty(), "Не нужен");
    assertThat(cancelled.neverScheduled()).isTrue();
  }

  @Test
  public void reasonsAreRequired() {
    InvalidInputException cancel =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                world.visits.cancel(
                    Examples.MANAGER, Examples.VISIT_ID, OptionalLong.empty(), " "));
    assertThat(VisitsFixture.fieldsOf(cancel)).containsExactly("reason");
    InvalidInputException move =
        catchThrowableOfType(
            InvalidInputException.class,
            () ->
                world.visits.reschedule(
                    Examples.MANAGER, Examples.VISIT_ID, OptionalLong.empty(), LATER, null));
    assertThat(VisitsFixture.fieldsOf(move)).containsExactly("reason");
  }

  @Test
  public void aStaleVersionChangesNothing() {
    OptionalLong stale = OptionalLong.of(7);
    assertThatThrownBy(
            () -> world.visits.cancel(Examples.MANAGER, Examples.VISIT_ID, stale, "Офис закрыт"))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> world.visits.start(Examples.ENGINEER, Examples.VISIT_ID, stale))
        .isInstanceOf(StaleVersionException.class);
    assertThat(world.visit().state()).isEqualTo(VisitState.SCHEDULED);
  }

  @Test
  public void onlyManagersKeepTheCalendar() {
    for (Actor actor : new Actor[] {Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST}) {
      assertThatThrownBy(() -> world.visits.schedule(actor, Examples.visitDraft()))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(
              () ->
                  world.visits.cancel(
                      actor, Examples.VISIT_ID, OptionalLong.empty(), "Офис закрыт"))
          .isInstanceOf(ForbiddenException.class);
      assertThatThrownBy(
              () ->
                  world.visits.reschedule(
                      actor, Examples.VISIT_ID, OptionalLong.empty(), LATER, "Просьба"))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  @Test
  public void anUnknownVisitIsNotFound() {
    assertThatThrownBy(
            () -> world.visits.start(Examples.ENGINEER, "visit-unknown", OptionalLong.empty()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> world.visits.view("visit-unknown"))
        .isInstanceOf(NotFoundException.class);
  }

  private void refused(VisitDraft draft, String... fields) {
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class, () -> world.visits.schedule(Examples.MANAGER, draft));
    assertThat(VisitsFixture.fieldsOf(e)).containsExactly(fields);
    long count = world.store.read(tx -> tx.visits().count(VisitQuery.everything()));
    assertThat(count).isEqualTo(1);
  }

  private static VisitDraft emergency(Instant requestedAt) {
    return VisitDraft.builder()
        .kind(VisitKind.EMERGENCY)
        .client("romashka")
        .requestedAt(requestedAt)
        .build();
  }
}
