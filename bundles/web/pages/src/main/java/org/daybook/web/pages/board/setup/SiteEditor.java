package org.daybook.web.pages.board.setup;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Site;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormView;

/** Addresses that are visited. */
final class SiteEditor implements Editor<Site> {
  private final Parts parts;

  SiteEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "sites";
  }

  @Override
  public Optional<Site> find(Transaction tx, String id) {
    return tx.sites().find(id);
  }

  @Override
  public String title(Site site) {
    return site.name();
  }

  @Override
  public String clientId(Site site) {
    return site.clientId();
  }

  @Override
  public long version(Site site) {
    return site.version();
  }

  @Override
  public boolean ofClient() {
    return true;
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<Site> now, String clientId) {
    form.required("name", Kind.LINE, now.map(Site::name).orElse(""))
        .required("address", Kind.LINE, now.map(Site::address).orElse(""))
        .optional("district", Kind.LINE, now.flatMap(Site::district).orElse(""));
  }

  @Override
  public Site typed(Typed typed, Optional<Site> now, String clientId) {
    return Site.builder()
        .id(now.map(Site::id).orElse(""))
        .clientId(now.map(Site::clientId).orElse(clientId))
        .name(typed.text("name"))
        .address(typed.text("address"))
        .district(typed.optional("district"))
        .version(typed.version())
        .build();
  }

  @Override
  public Site keep(Actor actor, Site site) {
    return site.id().isEmpty()
        ? parts.directory().addSite(actor, site)
        : parts.directory().changeSite(actor, site);
  }

  @Override
  public String next(Site kept) {
    return Setup.path("clients") + "/" + kept.clientId();
  }
}
