package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.source.SignalMapping;

/** A row of {@code signal_mapping}. */
@Entity
@Table(name = "signal_mapping")
public class SignalMappingRow extends VersionedRow<SignalMapping> {
  @Column(name = "source")
  private String source;

  @Column(name = "client_key")
  private String clientKey;

  @Column(name = "asset_key")
  private String assetKey;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "asset_id")
  private String assetId;

  @Column(name = "mapped_by")
  private String mappedBy;

  @Convert(converter = InstantConverter.class)
  @Column(name = "mapped_at")
  private Instant mappedAt;

  @Column(name = "removed")
  private boolean removed;

  @Override
  protected void copy(SignalMapping mapping) {
    source = mapping.source();
    clientKey = mapping.clientKey();
    assetKey = mapping.assetKey();
    clientId = mapping.clientId();
    assetId = mapping.assetId().orElse(null);
    mappedBy = mapping.mappedBy();
    mappedAt = InstantConverter.stored(mapping.mappedAt());
    removed = mapping.removed();
  }

  @Override
  public SignalMapping value() {
    return SignalMapping.builder()
        .id(id())
        .source(source)
        .clientKey(clientKey)
        .assetKey(assetKey)
        .clientId(clientId)
        .assetId(Optional.ofNullable(assetId))
        .mappedBy(mappedBy)
        .mappedAt(mappedAt)
        .removed(removed)
        .version(currentVersion())
        .build();
  }
}
