package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/**
 * A row of {@code photo_content}; never changes. Apart from its photo, so that no list reads it.
 */
@Entity
@Table(name = "photo_content")
public class PhotoContentRow extends Row<byte[]> {
  @Column(name = "content")
  private byte[] content;

  @Override
  protected void copy(byte[] bytes) {
    content = bytes.clone();
  }

  @Override
  public byte[] value() {
    return content.clone();
  }
}
