package org.daybook.web.rest.view;

import org.daybook.api.directory.Site;

/** A site. */
public record SiteView(
    String id,
    String client,
    String clientId,
    String name,
    String address,
    String district,
    long version)
    implements Versioned {
  public static SiteView of(Site site, Names names) {
    return new SiteView(
        site.id(),
        names.client(site.clientId()),
        site.clientId(),
        site.name(),
        site.address(),
        site.district().orElse(null),
        site.version());
  }
}
