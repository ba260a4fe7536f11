package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.task.Comment;

/** A row of {@code task_comment}; never changes. */
@Entity
@Table(name = "task_comment")
public class CommentRow extends Row<Comment> {
  @Column(name = "task_id")
  private String taskId;

  @Column(name = "author_id")
  private String authorId;

  @Column(name = "author_name")
  private String authorName;

  @Convert(converter = InstantConverter.class)
  @Column(name = "made_at")
  private Instant at;

  @Column(name = "body")
  private String text;

  @Shadow
  @Column(name = "body_lower")
  private String textLower;

  @Override
  protected void copy(Comment comment) {
    taskId = comment.taskId();
    authorId = comment.authorId();
    authorName = comment.authorName();
    at = InstantConverter.stored(comment.at());
    text = comment.text();
    textLower = Shadows.lowerCase(text);
  }

  @Override
  public Comment value() {
    return new Comment(id(), taskId, authorId, authorName, at, text);
  }
}
