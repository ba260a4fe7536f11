package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;

/**
 * A row as EclipseLink sees it. Fields are touched by the methods of their own class only, because
 * weaving follows changes there and nowhere else.
 *
 * @param <T> the value it keeps
 */
@MappedSuperclass
public abstract class Row<T> {
  @Id
  @Column(name = "id")
  private String id;

  public String id() {
    return id;
  }

  /** Makes this the row of a new value. */
  public void create(String newId, T value) {
    id = newId;
    copy(value);
  }

  /** Takes over everything but id and version. */
  protected abstract void copy(T value);

  /** Takes over a changed value. */
  public void change(T value) {
    copy(value);
  }

  /** The version that the row has or will have after the flush; 1 where nothing ever changes. */
  public long currentVersion() {
    return 1;
  }

  /** Whether a change was made that is not in the database yet. */
  public boolean awaitsFlush() {
    return false;
  }

  /** The value as it will stand after the next flush. */
  public abstract T value();
}
