package org.daybook.core.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.directory.Asset;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.Transaction;

/** The rules of equipment. */
final class AssetEntry {
  private static final Pattern SPACE = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int HOSTNAME = 253;
  private static final int INVENTORY_NUMBER = 100;
  private static final int REASON = 1000;

  private AssetEntry() {}

  static Asset add(Transaction tx, Asset draft) {
    Asset checked = checked(tx, draft.toBuilder().id(tx.newId()).build(), Optional.empty());
    return tx.assets().insert(checked);
  }

  static Asset change(Transaction tx, Asset changed) {
    Asset before =
        tx.assets()
            .find(changed.id())
            .orElseThrow(() -> new NotFoundException("asset", changed.id()));
    return tx.assets().update(checked(tx, withReason(changed, before), Optional.of(before)));
  }

  /** Why it is gone is known as long as it is; who comes back is not gone. */
  private static Asset withReason(Asset changed, Asset before) {
    if (!changed.retired()) {
      return changed.toBuilder()
          .retiredReason(Optional.empty())
          .retiredVisitId(Optional.empty())
          .build();
    }
    return before.retired() && changed.retiredReason().isEmpty()
        ? changed.toBuilder()
            .retiredReason(before.retiredReason())
            .retiredVisitId(before.retiredVisitId())
            .build()
        : changed;
  }

  private static Asset checked(Transaction tx, Asset asset, Optional<Asset> before) {
    Fields fields = new Fields();
    References references = new References(tx, fields);
    references.client(asset.clientId(), before.map(Asset::clientId));
    references.site(asset.siteId(), asset.clientId());
    Asset tidy =
        asset.toBuilder()
            .name(fields.text("name", asset.name(), Fields.NAME))
            .hostname(fields.text("hostname", asset.hostname(), HOSTNAME))
            .inventoryNumber(
                fields.text("inventoryNumber", asset.inventoryNumber(), INVENTORY_NUMBER))
            .retiredReason(fields.text("reason", asset.retiredReason(), REASON))
            .build();
    fields.require(
        tidy.hostname().filter(name -> SPACE.matcher(name).find()).isEmpty(),
        "hostname",
        "must not have spaces");
    fields.throwIfAny();
    tidy.hostname().ifPresent(name -> requireFree(tx, tidy, name));
    tidy.inventoryNumber().ifPresent(number -> requireFree(tx, tidy, number));
    return tidy;
  }

  /** Both name the equipment to monitoring, so one's hostname must not be another's number. */
  private static void requireFree(Transaction tx, Asset asset, String reference) {
    AssetQuery query = AssetQuery.builder().clientId(asset.clientId()).reference(reference).build();
    tx.assets().all(query).stream()
        .filter(other -> !other.id().equals(asset.id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RefusedException(
                  "%s names the equipment “%s” of this client already."
                      .formatted(reference, other.name()));
            });
  }
}
