package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.diary.Project;

/** An IT project. */
public record ProjectView(
    String id,
    String client,
    String clientId,
    String title,
    String description,
    Project.State state,
    Instant dueAt,
    Instant createdAt,
    long version)
    implements Versioned {
  public static ProjectView of(Project project, Names names) {
    return new ProjectView(
        project.id(),
        names.client(project.clientId()),
        project.clientId(),
        project.title(),
        project.description(),
        project.state(),
        project.dueAt().orElse(null),
        project.createdAt(),
        project.version());
  }
}
