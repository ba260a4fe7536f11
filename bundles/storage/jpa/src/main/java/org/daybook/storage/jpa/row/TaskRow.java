package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;

/** A row of {@code task}. */
@Entity
@Table(name = "task")
public class TaskRow extends VersionedRow<Task> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "asset_id")
  private String assetId;

  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "project_id")
  private String projectId;

  @Column(name = "source")
  private String source;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Enumerated(EnumType.STRING)
  @Column(name = "priority")
  private Priority priority;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private TaskState state;

  @Convert(converter = InstantConverter.class)
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "occurrences")
  private int occurrences;

  @Column(name = "engineer_id")
  private String engineerId;

  @Column(name = "specialist_id")
  private String specialistId;

  @Column(name = "task_result")
  private String result;

  @Column(name = "reason")
  private String reason;

  @Column(name = "carried_over")
  private int carriedOver;

  @Convert(converter = InstantConverter.class)
  @Column(name = "promised_since")
  private Instant promisedSince;

  @Convert(converter = InstantConverter.class)
  @Column(name = "handed_over_at")
  private Instant handedOverAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "started_at")
  private Instant startedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "finished_at")
  private Instant finishedAt;

  @Shadow
  @Column(name = "search_text")
  private String searchText;

  @Shadow
  @Column(name = "due_order")
  private long dueOrder;

  @Shadow
  @Column(name = "priority_order")
  private int priorityOrder;

  @Override
  protected void copy(Task task) {
    clientId = task.clientId();
    assetId = task.assetId().orElse(null);
    visitId = task.visitId().orElse(null);
    projectId = task.projectId().orElse(null);
    source = task.source();
    externalId = task.externalId().orElse(null);
    title = task.title();
    description = task.description();
    priority = task.priority();
    state = task.state();
    dueAt = InstantConverter.stored(task.dueAt().orElse(null));
    occurrences = task.occurrences();
    engineerId = task.engineerId().orElse(null);
    specialistId = task.specialistId().orElse(null);
    result = task.result().orElse(null);
    reason = task.reason().orElse(null);
    carriedOver = task.carriedOver();
    promisedSince = InstantConverter.stored(task.promisedSince().orElse(null));
    handedOverAt = InstantConverter.stored(task.handedOverAt().orElse(null));
    createdAt = InstantConverter.stored(task.createdAt());
    startedAt = InstantConverter.stored(task.startedAt().orElse(null));
    finishedAt = InstantConverter.stored(task.finishedAt().orElse(null));
    searchText = Shadows.lowerCase(title + '\n' + description);
    dueOrder = Shadows.dueOrder(task);
    priorityOrder = Shadows.priorityOrder(task);
  }

  @Override
  public Task value() {
    return Task.builder()
        .id(id())
        .clientId(clientId)
        .assetId(Optional.ofNullable(assetId))
        .visitId(Optional.ofNullable(visitId))
        .projectId(Optional.ofNullable(projectId))
        .source(source)
        .externalId(Optional.ofNullable(externalId))
        .title(title)
        .description(description)
        .priority(priority)
        .state(state)
        .dueAt(Optional.ofNullable(dueAt))
        .occurrences(occurrences)
        .engineerId(Optional.ofNullable(engineerId))
        .specialistId(Optional.ofNullable(specialistId))
        .result(Optional.ofNullable(result))
        .reason(Optional.ofNullable(reason))
        .carriedOver(carriedOver)
        .promisedSince(Optional.ofNullable(promisedSince))
        .handedOverAt(Optional.ofNullable(handedOverAt))
        .createdAt(createdAt)
        .startedAt(Optional.ofNullable(startedAt))
        .finishedAt(Optional.ofNullable(finishedAt))
        .version(currentVersion())
        .build();
  }
}
