package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.diary.SavedView;

/** A row of {@code saved_view}. */
@Entity
@Table(name = "saved_view")
public class SavedViewRow extends VersionedRow<SavedView> {
  @Column(name = "staff_id")
  private String staffId;

  @Column(name = "name")
  private String name;

  @Shadow
  @Column(name = "name_lower")
  private String nameLower;

  @Column(name = "query")
  private String query;

  @Column(name = "preferred")
  private boolean preferred;

  @Column(name = "removed")
  private boolean removed;

  @Override
  protected void copy(SavedView view) {
    staffId = view.staffId();
    name = view.name();
    nameLower = Shadows.lowerCase(name);
    query = view.query();
    preferred = view.preferred();
    removed = view.removed();
  }

  @Override
  public SavedView value() {
    return SavedView.builder()
        .id(id())
        .staffId(staffId)
        .name(name)
        .query(query)
        .preferred(preferred)
        .removed(removed)
        .version(currentVersion())
        .build();
  }
}
