package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import javax.persistence.Version;

/** A row that may change, guarded by a version. */
@MappedSuperclass
public abstract class VersionedRow<T> extends Row<T> {
  @Version
  @Column(name = "version")
  private long version;

  /** The version that the coming flush gives, told to callers before it happens. */
  @Transient private long promised;

  @Override
  public void create(String newId, T value) {
    super.create(newId, value);
    promised = 1;
  }

  /** One flush raises the version by one, so two changes may not wait for the same flush. */
  @Override
  public void change(T value) {
    copy(value);
    promised = version + 1;
  }

  @Override
  public long currentVersion() {
    return Math.max(version, promised);
  }

  @Override
  public boolean awaitsFlush() {
    return promised > version;
  }
}
