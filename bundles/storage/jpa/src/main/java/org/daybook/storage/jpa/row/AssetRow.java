package org.daybook.storage.jpa.row;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;

/** A row of {@code asset}. */
@Entity
@Table(name = "asset")
public class AssetRow extends VersionedRow<Asset> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "site_id")
  private String siteId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private AssetKind kind;

  @Column(name = "name")
  private String name;

  @Column(name = "hostname")
  private String hostname;

  @Column(name = "inventory_number")
  private String inventoryNumber;

  @Column(name = "retired")
  private boolean retired;

  @Column(name = "retired_reason")
  private String retiredReason;

  @Column(name = "retired_visit_id")
  private String retiredVisitId;

  @Shadow
  @Column(name = "hostname_lower")
  private String hostnameLower;

  @Shadow
  @Column(name = "inventory_lower")
  private String inventoryLower;

  @Override
  protected void copy(Asset asset) {
    clientId = asset.clientId();
    siteId = asset.siteId();
    kind = asset.kind();
    name = asset.name();
    hostname = asset.hostname().orElse(null);
    inventoryNumber = asset.inventoryNumber().orElse(null);
    retired = asset.retired();
    retiredReason = asset.retiredReason().orElse(null);
    retiredVisitId = asset.retiredVisitId().orElse(null);
    hostnameLower = Shadows.lowerCase(hostname);
    inventoryLower = Shadows.lowerCase(inventoryNumber);
  }

  @Override
  public Asset value() {
    return Asset.builder()
        .id(id())
        .clientId(clientId)
        .siteId(siteId)
        .kind(kind)
        .name(name)
        .hostname(Optional.ofNullable(hostname))
        .inventoryNumber(Optional.ofNullable(inventoryNumber))
        .retired(retired)
        .retiredReason(Optional.ofNullable(retiredReason))
        .retiredVisitId(Optional.ofNullable(retiredVisitId))
        .version(currentVersion())
        .build();
  }
}
