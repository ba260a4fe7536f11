package org.daybook.demo;

import java.util.List;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;

/** A site with all that is on it, and who comes there. */
record Place(Client client, Site site, StaffMember engineer, List<Asset> assets) {

  Asset asset(String hostname) {
    return assets.stream()
        .filter(asset -> asset.hostname().filter(hostname::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no equipment " + hostname));
  }

  boolean isEnglish() {
    return client.language().getLanguage().equals("en");
  }
}
