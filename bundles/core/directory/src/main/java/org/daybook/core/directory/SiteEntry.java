package org.daybook.core.directory;

import java.util.Optional;
import org.daybook.api.directory.Site;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.Transaction;

/** The rules of sites. */
final class SiteEntry {
  private SiteEntry() {}

  static Site add(Transaction tx, Site draft) {
    Site checked = checked(tx, draft.toBuilder().id(tx.newId()).build(), Optional.empty());
    return tx.sites().insert(checked);
  }

  static Site change(Transaction tx, Site changed) {
    Site before =
        tx.sites()
            .find(changed.id())
            .orElseThrow(() -> new NotFoundException("site", changed.id()));
    return tx.sites().update(checked(tx, changed, Optional.of(before)));
  }

  private static Site checked(Transaction tx, Site site, Optional<Site> before) {
    Fields fields = new Fields();
    new References(tx, fields).client(site.clientId(), before.map(Site::clientId));
    String name = fields.text("name", site.name(), Fields.NAME);
    String address = fields.text("address", site.address(), Fields.ADDRESS);
    Optional<String> district = fields.text("district", site.district(), Fields.DISTRICT);
    fields.throwIfAny();
    return site.toBuilder().name(name).address(address).district(district).build();
  }
}
