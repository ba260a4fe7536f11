package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.task.Comment;

/** Something that was said about a task. */
public record CommentView(String id, String author, String authorName, Instant at, String text) {
  public static CommentView of(Comment comment) {
    return new CommentView(
        comment.id(), comment.authorId(), comment.authorName(), comment.at(), comment.text());
  }
}
