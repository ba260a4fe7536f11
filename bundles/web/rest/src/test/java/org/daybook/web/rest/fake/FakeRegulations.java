package org.daybook.web.rest.fake;

import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.RegulationRevision;
import org.daybook.api.regulation.Regulations;
import org.daybook.api.store.RegulationQuery;
import org.daybook.api.store.Store;
import org.daybook.testkit.Examples;

/** Stores what it is given, with revisions; refuses blank titles. */
public final class FakeRegulations implements Regulations {
  private final Store store;

  FakeRegulations(Store store) {
    this.store = store;
  }

  @Override
  public List<Regulation> all() {
    return store.read(tx -> tx.regulations().all(RegulationQuery.everything()));
  }

  @Override
  public Regulation add(Actor actor, Regulation draft) {
    return store.inTransaction(
        actor,
        tx -> {
          Regulation first = revised(actor, draft.toBuilder().id(tx.newId()).build());
          tx.regulationRevisions().insert(revision(tx.newId(), first));
          return tx.regulations().insert(first);
        });
  }

  @Override
  public Regulation change(Actor actor, Regulation changed) {
    return store.inTransaction(
        actor,
        tx -> {
          int before = tx.regulations().find(changed.id()).orElseThrow().revision();
          Regulation next = revised(actor, changed.toBuilder().revision(before).build());
          tx.regulationRevisions().insert(revision(tx.newId(), next));
          return tx.regulations().update(next);
        });
  }

  @Override
  public List<Regulation> takeOver(Actor source, Map<AssetKind, List<RegulationItem>> said) {
    throw new UnsupportedOperationException();
  }

  private static Regulation revised(Actor actor, Regulation changed) {
    for (int i = 0; i < changed.items().size(); i++) {
      if (changed.items().get(i).titleRu().isBlank()) {
        throw new InvalidInputException("items[" + i + "].title.ru", "must have characters");
      }
    }
    return changed.toBuilder()
        .revision(changed.revision() + 1)
        .changedAt(Examples.NOW)
        .changedBy(actor.name())
        .build();
  }

  private static RegulationRevision revision(String id, Regulation regulation) {
    return RegulationRevision.builder()
        .id(id)
        .regulationId(regulation.id())
        .number(regulation.revision())
        .items(regulation.items())
        .active(regulation.active())
        .changedAt(regulation.changedAt())
        .changedBy(regulation.changedBy())
        .build();
  }
}
