package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.daybook.api.diary.Project;

/** An IT project that is under way at a client. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryProjectView(String id, String title, Project.State state, Instant dueAt) {
  public static DiaryProjectView of(Project project) {
    return new DiaryProjectView(
        project.id(), project.title(), project.state(), project.dueAt().orElse(null));
  }
}
