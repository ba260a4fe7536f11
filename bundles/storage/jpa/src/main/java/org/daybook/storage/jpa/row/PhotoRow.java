package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.photo.Photo;

/** A row of {@code photo}. */
@Entity
@Table(name = "photo")
public class PhotoRow extends VersionedRow<Photo> {
  @Column(name = "task_id")
  private String taskId;

  @Column(name = "caption")
  private String caption;

  @Column(name = "in_report")
  private boolean inReport;

  @Column(name = "width")
  private int width;

  @Column(name = "height")
  private int height;

  @Column(name = "bytes")
  private int bytes;

  @Column(name = "sha256")
  private String sha256;

  @Column(name = "taken_by")
  private String takenBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "taken_at")
  private Instant takenAt;

  @Column(name = "fixed_visit_id")
  private String fixedVisitId;

  @Column(name = "removed")
  private boolean removed;

  @Override
  protected void copy(Photo photo) {
    taskId = photo.taskId();
    caption = photo.caption();
    inReport = photo.inReport();
    width = photo.width();
    height = photo.height();
    bytes = photo.bytes();
    sha256 = photo.sha256();
    takenBy = photo.takenBy();
    takenAt = InstantConverter.stored(photo.takenAt());
    fixedVisitId = photo.fixedVisitId().orElse(null);
    removed = photo.removed();
  }

  @Override
  public Photo value() {
    return Photo.builder()
        .id(id())
        .taskId(taskId)
        .caption(caption)
        .inReport(inReport)
        .width(width)
        .height(height)
        .bytes(bytes)
        .sha256(sha256)
        .takenBy(takenBy)
        .takenAt(takenAt)
        .fixedVisitId(Optional.ofNullable(fixedVisitId))
        .removed(removed)
        .version(currentVersion())
        .build();
  }
}
