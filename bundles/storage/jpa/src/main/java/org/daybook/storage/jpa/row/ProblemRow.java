package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.visit.Problem;

/** A row of {@code problem}. */
@Entity
@Table(name = "problem")
public class ProblemRow extends VersionedRow<Problem> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "asset_id")
  private String assetId;

  @Column(name = "item_id")
  private String itemId;

  @Column(name = "description")
  private String description;

  @Column(name = "action_taken")
  private String action;

  @Column(name = "owner_id")
  private String ownerId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "since_at")
  private Instant since;

  @Convert(converter = InstantConverter.class)
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "found_visit_id")
  private String foundVisitId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "ended_at")
  private Instant endedAt;

  @Override
  protected void copy(Problem problem) {
    clientId = problem.clientId();
    assetId = problem.assetId();
    itemId = problem.itemId();
    description = problem.description();
    action = problem.action();
    ownerId = problem.ownerId().orElse(null);
    since = InstantConverter.stored(problem.since());
    dueAt = InstantConverter.stored(problem.dueAt().orElse(null));
    foundVisitId = problem.foundVisitId();
    endedAt = InstantConverter.stored(problem.endedAt().orElse(null));
  }

  @Override
  public Problem value() {
    return Problem.builder()
        .id(id())
        .clientId(clientId)
        .assetId(assetId)
        .itemId(itemId)
        .description(description)
        .action(action)
        .ownerId(Optional.ofNullable(ownerId))
        .since(since)
        .dueAt(Optional.ofNullable(dueAt))
        .foundVisitId(foundVisitId)
        .endedAt(Optional.ofNullable(endedAt))
        .version(currentVersion())
        .build();
  }
}
