package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.store.AuditEntry;

/** A row of {@code audit_entry}; never changes. */
@Entity
@Table(name = "audit_entry")
public class AuditRow extends Row<AuditEntry> {
  @Convert(converter = InstantConverter.class)
  @Column(name = "made_at")
  private Instant at;

  @Column(name = "actor_id")
  private String actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "kind")
  private String kind;

  @Column(name = "value_id")
  private String valueId;

  @Column(name = "value_version")
  private long valueVersion;

  @Column(name = "content")
  private String change;

  @Override
  protected void copy(AuditEntry entry) {
    at = InstantConverter.stored(entry.at());
    actorId = entry.actorId();
    actorName = entry.actorName();
    kind = entry.kind();
    valueId = entry.valueId();
    valueVersion = entry.version();
    change = entry.change();
  }

  @Override
  public AuditEntry value() {
    return new AuditEntry(id(), at, actorId, actorName, kind, valueId, valueVersion, change);
  }
}
