package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.diary.Project;

/** A row of {@code project}. */
@Entity
@Table(name = "project")
public class ProjectRow extends VersionedRow<Project> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "title")
  private String title;

  @Column(name = "description")
  private String description;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private Project.State state;

  @Convert(converter = InstantConverter.class)
  @Column(name = "due_at")
  private Instant dueAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Override
  protected void copy(Project project) {
    clientId = project.clientId();
    title = project.title();
    description = project.description();
    state = project.state();
    dueAt = InstantConverter.stored(project.dueAt().orElse(null));
    createdAt = InstantConverter.stored(project.createdAt());
  }

  @Override
  public Project value() {
    return Project.builder()
        .id(id())
        .clientId(clientId)
        .title(title)
        .description(description)
        .state(state)
        .dueAt(Optional.ofNullable(dueAt))
        .createdAt(createdAt)
        .version(currentVersion())
        .build();
  }
}
