package org.daybook.storage.jpa.row;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.directory.Site;

/** A row of {@code site}. */
@Entity
@Table(name = "site")
public class SiteRow extends VersionedRow<Site> {
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "name")
  private String name;

  @Column(name = "address")
  private String address;

  @Column(name = "district")
  private String district;

  @Override
  protected void copy(Site site) {
    clientId = site.clientId();
    name = site.name();
    address = site.address();
    district = site.district().orElse(null);
  }

  @Override
  public Site value() {
    return Site.builder()
        .id(id())
        .clientId(clientId)
        .name(name)
        .address(address)
        .district(Optional.ofNullable(district))
        .version(currentVersion())
        .build();
  }
}
