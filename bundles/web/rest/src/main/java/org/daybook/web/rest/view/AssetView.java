package org.daybook.web.rest.view;

import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;

/** A piece of equipment. */
public record AssetView(
    String id,
    String client,
    String clientId,
    String site,
    String siteName,
    AssetKind kind,
    String name,
    String hostname,
    String inventoryNumber,
    boolean retired,
    long version)
    implements Versioned {
  public static AssetView of(Asset asset, Names names) {
    return new AssetView(
        asset.id(),
        names.client(asset.clientId()),
        asset.clientId(),
        asset.siteId(),
        names.site(asset.siteId()),
        asset.kind(),
        asset.name(),
        asset.hostname().orElse(null),
        asset.inventoryNumber().orElse(null),
        asset.retired(),
        asset.version());
  }
}
