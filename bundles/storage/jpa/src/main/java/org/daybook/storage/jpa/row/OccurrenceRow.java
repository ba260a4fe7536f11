package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Priority;

/** A row of {@code occurrence}. */
@Entity
@Table(name = "occurrence")
public class OccurrenceRow extends VersionedRow<Occurrence> {
  @Column(name = "source")
  private String source;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "occurrence")
  private String occurrence;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "client_hint")
  private String clientHint;

  @Column(name = "asset_id")
  private String assetId;

  @Column(name = "asset_hint")
  private String assetHint;

  @Column(name = "task_id")
  private String taskId;

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Enumerated(EnumType.STRING)
  @Column(name = "priority")
  private Priority priority;

  @Column(name = "fault")
  private boolean fault;

  @Convert(converter = InstantConverter.class)
  @Column(name = "raised_at")
  private Instant raisedAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "cleared_at")
  private Instant clearedAt;

  @Column(name = "dismissal")
  private String dismissal;

  @Column(name = "dismissed_by")
  private String dismissedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "dismissed_at")
  private Instant dismissedAt;

  @Override
  protected void copy(Occurrence seen) {
    source = seen.source();
    externalId = seen.externalId();
    occurrence = seen.occurrence();
    clientId = seen.clientId().orElse(null);
    clientHint = seen.clientHint();
    assetId = seen.assetId().orElse(null);
    assetHint = seen.assetHint();
    taskId = seen.taskId().orElse(null);
    title = seen.title();
    description = seen.description();
    priority = seen.priority();
    fault = seen.fault();
    raisedAt = InstantConverter.stored(seen.raisedAt());
    clearedAt = InstantConverter.stored(seen.clearedAt().orElse(null));
    dismissal = seen.dismissal().orElse(null);
    dismissedBy = seen.dismissedBy().orElse(null);
    dismissedAt = InstantConverter.stored(seen.dismissedAt().orElse(null));
  }

  @Override
  public Occurrence value() {
    return Occurrence.builder()
        .id(id())
        .source(source)
        .externalId(externalId)
        .occurrence(occurrence)
        .clientId(Optional.ofNullable(clientId))
        .clientHint(clientHint)
        .assetId(Optional.ofNullable(assetId))
        .assetHint(assetHint)
        .taskId(Optional.ofNullable(taskId))
        .title(title)
        .description(description)
        .priority(priority)
        .fault(fault)
        .raisedAt(raisedAt)
        .clearedAt(Optional.ofNullable(clearedAt))
        .dismissal(Optional.ofNullable(dismissal))
        .dismissedBy(Optional.ofNullable(dismissedBy))
        .dismissedAt(Optional.ofNullable(dismissedAt))
        .version(currentVersion())
        .build();
  }
}
