package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Regulation;

/** A row of {@code regulation}. */
@Entity
@Table(name = "regulation")
public class RegulationRow extends VersionedRow<Regulation> {
  @Enumerated(EnumType.STRING)
  @Column(name = "asset_kind")
  private AssetKind kind;

  @Column(name = "items")
  private String items;

  @Column(name = "active")
  private boolean active;

  @Column(name = "in_files")
  private String inFiles;

  @Column(name = "revision")
  private int revision;

  @Convert(converter = InstantConverter.class)
  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Override
  protected void copy(Regulation regulation) {
    kind = regulation.kind();
    items = RegulationItems.joined(regulation.items());
    active = regulation.active();
    inFiles = RegulationItems.joined(regulation.inFiles());
    revision = regulation.revision();
    changedAt = InstantConverter.stored(regulation.changedAt());
    changedBy = regulation.changedBy();
  }

  @Override
  public Regulation value() {
    return Regulation.builder()
        .id(id())
        .kind(kind)
        .items(RegulationItems.split(items))
        .active(active)
        .inFiles(RegulationItems.split(inFiles))
        .revision(revision)
        .changedAt(changedAt)
        .changedBy(changedBy)
        .version(currentVersion())
        .build();
  }
}
