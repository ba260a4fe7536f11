package org.daybook.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.TaskAction;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Closing;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;

/** What an engineer does on a visit. */
final class VisitWork {
  private static final OptionalLong ANY = OptionalLong.empty();

  private final Services services;
  private final Company company;
  private final Chance chance;
  private final Agenda agenda;
  private final Tally tally;

  VisitWork(Services services, Company company, Chance chance, Agenda agenda, Tally tally) {
    this.services = services;
    this.company = company;
    this.chance = chance;
    this.agenda = agenda;
    this.tally = tally;
  }

  void arrive(String visitId) {
    Visit visit = visit(visitId);
    Instant now = services.clock().instant();
    if (visit.state() != VisitState.SCHEDULED) {
      return;
    }
    if (visit.plannedFor().minus(Duration.ofMinutes(30)).isAfter(now)) {
      // It was moved meanwhile.
      agenda.at(visit.plannedFor(), () -> arrive(visitId));
      return;
    }
    Actor engineer = Company.actor(company.engineer(visit.engineerId()));
    if (visit.kind() == VisitKind.EMERGENCY) {
      services.visits().setOut(engineer, visitId, ANY);
    }
    services.visits().start(engineer, visitId, ANY);
    if (visit.kind() == VisitKind.PLANNED) {
      wishes(visit, engineer);
    }
    int devices = company.customer(visit.clientId()).assets().size();
    int minutes = Math.min(420, 40 + devices * 7) - chance.between(0, 20);
    agenda.at(now.plus(Duration.ofMinutes(minutes)), () -> finish(visitId));
  }

  private void wishes(Visit visit, Actor engineer) {
    for (int i = chance.count(0.8); i > 0; i--) {
      services
          .intake()
          .submit(
              "client",
              TaskRequest.builder()
                  .client(company.customer(visit.clientId()).client().code())
                  .title("Пожелание " + i)
                  .visitId(visit.id())
                  .build(),
              engineer);
      tally.raised("client");
    }
  }

  private void finish(String visitId) {
    Visit visit = visit(visitId);
    Actor engineer = Company.actor(company.engineer(visit.engineerId()));
    check(visit, engineer);
    TaskQuery here = TaskQuery.builder().visitId(visitId).build();
    for (Task task : services.store().read(tx -> tx.tasks().all(here))) {
      if (task.state() == TaskState.PLANNED || task.state() == TaskState.IN_PROGRESS) {
        work(task, engineer);
      }
    }
    Closing closing = services.visits().close(engineer, visitId, ANY, Optional.empty());
    if (closing instanceof Closing.StillOpen) {
      services
          .visits()
          .close(Company.actor(company.director()), visitId, ANY, Optional.of("Офис закрывается"));
    }
    tally.closedVisits.add(visitId);
    if (visit.kind() == VisitKind.PLANNED && chance.percent(2)) {
      agenda.at(
          services.clock().instant().plus(Duration.ofHours(20)),
          () -> Life.dispute(services, company, chance, agenda, tally, visit));
    }
  }

  private void check(Visit visit, Actor engineer) {
    boolean forgetful = chance.percent(1);
    CheckQuery open = CheckQuery.builder().visitId(visit.id()).addStates(CheckState.OPEN).build();
    for (Check check : services.store().read(tx -> tx.checks().all(open))) {
      if (forgetful && chance.percent(5)) {
        continue;
      }
      services.visits().answer(engineer, visit.id(), check.id(), ANY, answer());
    }
  }

  private CheckAnswer answer() {
    if (chance.percent(0.4)) {
      return CheckAnswer.builder()
          .result(CheckState.PROBLEM)
          .description("Шумит вентилятор")
          .action("Заказан новый")
          .dueAt(services.clock().instant().plus(Duration.ofDays(14)))
          .build();
    }
    if (chance.percent(0.6)) {
      return CheckAnswer.builder().result(CheckState.SKIPPED).reason("Сотрудник работал").build();
    }
    return CheckAnswer.builder().result(CheckState.OK).build();
  }

  private void work(Task task, Actor engineer) {
    if (task.state() == TaskState.PLANNED) {
      services.diary().act(engineer, task.id(), ANY, new TaskAction.Start());
    }
    if (chance.percent(88)) {
      services
          .diary()
          .act(
              engineer,
              task.id(),
              ANY,
              new TaskAction.Done("Сделано и проверено", Optional.of(chance.between(5, 60))));
      tally.ended.put(task.id(), TaskState.DONE);
    } else if (chance.percent(60)) {
      services.diary().act(engineer, task.id(), ANY, new TaskAction.NotDone("Нет запасной части"));
    } else {
      handOver(task, engineer);
    }
  }

  private void handOver(Task task, Actor engineer) {
    StaffMember specialist = chance.one(company.specialists());
    services
        .diary()
        .act(
            engineer,
            task.id(),
            ANY,
            new TaskAction.HandOver(specialist.id(), "Нужен доступ к 1С"));
    if (chance.percent(90)) {
      agenda.at(
          services.clock().instant().plus(chance.minutes(60, 600)),
          () -> accept(task.id(), Company.actor(specialist)));
    }
  }

  /** The specialist turns to it, and finishes it some time later. */
  void accept(String taskId, Actor specialist) {
    if (stateOf(taskId) != TaskState.HANDED_OVER) {
      // The fault went away by itself.
      return;
    }
    services.diary().act(specialist, taskId, ANY, new TaskAction.Accept());
    agenda.at(
        services.clock().instant().plus(chance.minutes(600, 4000)),
        () -> finish(taskId, specialist));
  }

  private void finish(String taskId, Actor specialist) {
    if (stateOf(taskId) != TaskState.ACCEPTED) {
      return;
    }
    services
        .diary()
        .act(specialist, taskId, ANY, new TaskAction.Done("Настроено", Optional.of(40)));
    tally.ended.put(taskId, TaskState.DONE);
  }

  private TaskState stateOf(String taskId) {
    return services.store().read(tx -> tx.tasks().find(taskId).orElseThrow()).state();
  }

  private Visit visit(String id) {
    return services.store().read(tx -> tx.visits().find(id).orElseThrow());
  }
}
