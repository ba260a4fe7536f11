package org.daybook.core.directory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.regulation.Regulations;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the regulations and every revision of them; each call is one transaction. */
@Component(service = Regulations.class)
public final class RegulationService implements Regulations {
  private static final Logger LOG = LoggerFactory.getLogger(RegulationService.class);

  private final Store store;
  private final Clock clock;

  @Activate
  public RegulationService(@Reference Store store, @Reference Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<Regulation> all() {
    return store.read(RegulationService::all);
  }

  @Override
  public Regulation add(Actor actor, Regulation draft) {
    requireOffice(actor);
    List<RegulationItem> items = RegulationEntry.checked(draft.items());
    return store.inTransaction(
        actor,
        tx -> {
          of(tx, draft.kind())
              .ifPresent(
                  there -> {
                    throw new RefusedException(
                        "There is a regulation for " + draft.kind() + " already: change that one.");
                  });
          return begin(tx, actor, draft.toBuilder().items(items).inFiles(List.of()).build());
        });
  }

  @Override
  public Regulation change(Actor actor, Regulation changed) {
    requireOffice(actor);
    List<RegulationItem> items = RegulationEntry.checked(changed.items());
    return store.inTransaction(
        actor,
        tx -> {
          Regulation before =
              tx.regulations()
                  .findForUpdate(changed.id())
                  .orElseThrow(() -> new NotFoundException("regulation", changed.id()));
          if (before.version() != changed.version()) {
            throw new StaleVersionException("regulation", changed.id());
          }
          boolean same = before.items().equals(items) && before.active() == changed.active();
          return same
              ? before
              : revise(tx, actor, before.toBuilder().items(items).active(changed.active()).build());
        });
  }

  @Override
  public List<Regulation> takeOver(Actor source, Map<AssetKind, List<RegulationItem>> said) {
    List<Regulation> now = all();
    boolean news =
        said.entrySet().stream()
            .anyMatch(
                each ->
                    now.stream()
                        .noneMatch(
                            known ->
                                known.kind() == each.getKey()
                                    && known.inFiles().equals(each.getValue())));
    if (!news) {
      return now;
    }
    try {
      return store.inTransaction(source, tx -> takeOver(tx, source, said));
    } catch (RefusedException e) {
      // Another node has just made one of them.
      return store.inTransaction(source, tx -> takeOver(tx, source, said));
    }
  }

  private List<Regulation> takeOver(
      Transaction tx, Actor source, Map<AssetKind, List<RegulationItem>> said) {
    said.forEach((kind, items) -> takeOver(tx, source, kind, RegulationEntry.checked(items)));
    return all(tx);
  }

  private void takeOver(Transaction tx, Actor source, AssetKind kind, List<RegulationItem> items) {
    Optional<Regulation> there =
        of(tx, kind).flatMap(found -> tx.regulations().findForUpdate(found.id()));
    if (there.isEmpty()) {
      begin(
          tx,
          source,
          Regulation.builder()
              .id("")
              .kind(kind)
              .items(items)
              .inFiles(items)
              .changedAt(clock.instant())
              .changedBy(source.name())
              .build());
      return;
    }
    Regulation before = there.get();
    if (before.inFiles().equals(items)) {
      return;
    }
    Regulation noted = before.toBuilder().inFiles(items).build();
    if (before.items().equals(before.inFiles())) {
      revise(tx, source, noted.toBuilder().items(items).build());
    } else {
      tx.regulations().update(noted);
      if (noted.differsFromFiles()) {
        LOG.warn(
            "The files of {} say something else than what was set on the board, which counts.",
            kind);
      }
    }
  }

  private Regulation begin(Transaction tx, Actor actor, Regulation draft) {
    Regulation first =
        draft.toBuilder()
            .id(tx.newId())
            .revision(1)
            .changedAt(clock.instant())
            .changedBy(actor.name())
            .version(0)
            .build();
    keep(tx, first);
    return tx.regulations().insert(first);
  }

  private Regulation revise(Transaction tx, Actor actor, Regulation changed) {
    Regulation next =
        changed.toBuilder()
            .revision(changed.revision() + 1)
            .changedAt(clock.instant())
            .changedBy(actor.name())
            .build();
    keep(tx, next);
    return tx.regulations().update(next);
  }

  private static void keep(Transaction tx, Regulation regulation) {
    tx.regulationRevisions()
        .insert(
            RegulationRevision.builder()
                .id(tx.newId())
                .regulationId(regulation.id())
                .number(regulation.revision())
                .items(regulation.items())
                .active(regulation.active())
                .changedAt(regulation.changedAt())
                .changedBy(regulation.changedBy())
                .build());
  }

  private static Optional<Regulation> of(Transaction tx, AssetKind kind) {
    return tx.regulations().first(RegulationQuery.builder().kind(kind).build());
  }

  private static List<Regulation> all(Transaction tx) {
    return tx.regulations().all(RegulationQuery.everything());
  }

  private static void requireOffice(Actor actor) {
    if (!actor.isAny(Role.MANAGER, Role.ADMIN)) {
      throw new ForbiddenException("Only managers and administrators change regulations.");
    }
  }
}
