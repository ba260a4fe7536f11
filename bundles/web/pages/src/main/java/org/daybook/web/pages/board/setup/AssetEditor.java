package org.daybook.web.pages.board.setup;

import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormView;

/** The equipment of the clients. */
final class AssetEditor implements Editor<Asset> {
  private final Parts parts;

  AssetEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "assets";
  }

  @Override
  public Optional<Asset> find(Transaction tx, String id) {
    return tx.assets().find(id);
  }

  @Override
  public String title(Asset asset) {
    return asset.name();
  }

  @Override
  public String clientId(Asset asset) {
    return asset.clientId();
  }

  @Override
  public long version(Asset asset) {
    return asset.version();
  }

  @Override
  public boolean ofClient() {
    return true;
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<Asset> now, String clientId) {
    Words words = look.words().of(Setup.class);
    List<Option> sites =
        look.tx().sites().all(SiteQuery.builder().clientId(clientId).build()).stream()
            .map(site -> new Option(site.id(), site.name() + ", " + site.address()))
            .toList();
    form.required("name", Kind.LINE, now.map(Asset::name).orElse(""))
        .choice(
            "kind",
            Options.of(words, "asset", AssetKind.values()),
            now.map(Asset::kind).orElse(AssetKind.WORKSTATION).name())
        .choice("siteId", sites, now.map(Asset::siteId).orElse(""))
        .optional("hostname", Kind.LINE, now.flatMap(Asset::hostname).orElse(""))
        .optional("inventoryNumber", Kind.LINE, now.flatMap(Asset::inventoryNumber).orElse(""));
    now.ifPresent(asset -> form.optional("retired", Kind.BOX, Setup.box(asset.retired())));
  }

  @Override
  public Asset typed(Typed typed, Optional<Asset> now, String clientId) {
    return Asset.builder()
        .id(now.map(Asset::id).orElse(""))
        .clientId(now.map(Asset::clientId).orElse(clientId))
        .siteId(typed.text("siteId"))
        .kind(typed.choice("kind", AssetKind.class))
        .name(typed.text("name"))
        .hostname(typed.optional("hostname"))
        .inventoryNumber(typed.optional("inventoryNumber"))
        .retired(typed.box("retired"))
        .version(typed.version())
        .build();
  }

  @Override
  public Asset keep(Actor actor, Asset asset) {
    return asset.id().isEmpty()
        ? parts.directory().addAsset(actor, asset)
        : parts.directory().changeAsset(actor, asset);
  }

  @Override
  public String next(Asset kept) {
    return Setup.path("assets") + "?client=" + kept.clientId();
  }
}
