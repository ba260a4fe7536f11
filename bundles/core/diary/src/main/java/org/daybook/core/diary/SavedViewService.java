package org.daybook.core.diary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.SavedView;
import org.daybook.api.diary.SavedViews;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.SavedViewQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The {@link SavedViews} over the store: one transaction per call. */
@Component(service = SavedViews.class)
public final class SavedViewService implements SavedViews {
  private static final int MAX_NAME = 60;
  private static final int MAX_QUERY = 2000;
  private static final int MOST = 50;

  private final Store store;

  @Activate
  public SavedViewService(@Reference Store store) {
    this.store = store;
  }

  @Override
  public List<SavedView> of(Actor actor) {
    return store.read(tx -> theirs(tx, actor));
  }

  @Override
  public SavedView save(Actor actor, String name, String query, boolean preferred) {
    new Input().required("name", name, MAX_NAME).optional("query", query, MAX_QUERY).throwIfWrong();
    return store.inTransaction(
        actor,
        tx -> {
          List<SavedView> theirs = theirs(tx, actor);
          Optional<SavedView> known = named(theirs, name);
          if (known.isEmpty() && theirs.size() >= MOST) {
            throw new RefusedException("There are " + MOST + " saved views already.");
          }
          preferOnly(tx, theirs, preferred, known);
          SavedView.Builder view =
              known
                  .map(SavedView::toBuilder)
                  .orElseGet(() -> SavedView.builder().id(tx.newId()).staffId(actor.id()))
                  .name(name.strip())
                  .query(query)
                  .preferred(preferred);
          return known.isPresent()
              ? tx.savedViews().update(view.build())
              : tx.savedViews().insert(view.build());
        });
  }

  @Override
  public SavedView rename(Actor actor, String id, String name, boolean preferred) {
    new Input().required("name", name, MAX_NAME).throwIfWrong();
    return store.inTransaction(
        actor,
        tx -> {
          SavedView view = own(tx, actor, id);
          List<SavedView> theirs = theirs(tx, actor);
          if (named(theirs, name).filter(other -> !other.id().equals(id)).isPresent()) {
            new Input().wrong("name", "is that of another view").throwIfWrong();
          }
          preferOnly(tx, theirs, preferred, Optional.of(view));
          return tx.savedViews()
              .update(view.toBuilder().name(name.strip()).preferred(preferred).build());
        });
  }

  @Override
  public void delete(Actor actor, String id) {
    store.inTransaction(
        actor,
        tx -> {
          SavedView view = own(tx, actor, id);
          // Its name is free from now on.
          return view.removed()
              ? view
              : tx.savedViews()
                  .update(view.toBuilder().name(id).preferred(false).removed(true).build());
        });
  }

  private static List<SavedView> theirs(Transaction tx, Actor actor) {
    SavedViewQuery query = SavedViewQuery.builder().staffId(actor.id()).removed(false).build();
    return tx.savedViews().all(query).stream()
        .sorted(Comparator.comparing((SavedView view) -> lower(view.name())))
        .toList();
  }

  private static SavedView own(Transaction tx, Actor actor, String id) {
    return tx.savedViews()
        .findForUpdate(id)
        .filter(view -> view.staffId().equals(actor.id()))
        .orElseThrow(() -> new NotFoundException("saved view", id));
  }

  private static Optional<SavedView> named(List<SavedView> theirs, String name) {
    String wanted = lower(name.strip());
    return theirs.stream().filter(view -> lower(view.name()).equals(wanted)).findFirst();
  }

  private static void preferOnly(
      Transaction tx, List<SavedView> theirs, boolean preferred, Optional<SavedView> one) {
    if (preferred) {
      theirs.stream()
          .filter(
              view -> view.preferred() && !one.map(SavedView::id).equals(Optional.of(view.id())))
          .forEach(view -> tx.savedViews().update(view.toBuilder().preferred(false).build()));
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
