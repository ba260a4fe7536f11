package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.task.Comment;

/** Something that was said about a task. */
public record DiaryCommentView(String by, Instant at, String text) {
  static DiaryCommentView of(Comment comment) {
    return new DiaryCommentView(comment.authorName(), comment.at(), comment.text());
  }
}
