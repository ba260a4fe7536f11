package org.daybook.storage.jpa;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Page;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.Repository;
import org.daybook.storage.jpa.row.Row;

/** Values of one kind, inside one transaction. */
final class JpaRepository<R extends Row<T>, T, Q> implements Repository<T, Q> {
  /**
   * Derby takes longer to set up a sorter than to find a row, and those who ask for so few mostly
   * get them all: these are sorted here. If there are more, the database has to say which come
   * first.
   */
  private static final int FEW = 20;

  /** As EclipseLink says it. */
  private static final int UNLIMITED = 0;

  private final Kind<R, T, Q> kind;
  private final OpenTransaction transaction;
  private final ListQueries queries;

  JpaRepository(Kind<R, T, Q> kind, OpenTransaction transaction, ListQueries queries) {
    this.kind = kind;
    this.transaction = transaction;
    this.queries = queries;
  }

  @Override
  public Optional<T> find(String id) {
    return transaction.ask(
        entities -> Optional.ofNullable(entities.find(kind.rowType(), id)).map(Row::value));
  }

  /** The transaction remembers them: who asks for one of them afterwards gets it at once. */
  @Override
  public List<T> find(Set<String> ids) {
    if (ids.size() < 2) {
      // Of one id EclipseLink makes another kind of query than of a list
      return ids.stream().flatMap(id -> find(id).stream()).toList();
    }
    Conditions where = new Conditions().in("id", ids);
    return transaction.ask(
        entities -> rows(entities, where, "", UNLIMITED).stream().map(Row::value).toList());
  }

  @Override
  public Optional<T> findForUpdate(String id) {
    transaction.requireWriting();
    return transaction.ask(entities -> Optional.ofNullable(locked(entities, id)).map(Row::value));
  }

  /** Reads the row again, even if this transaction knows it: others may have changed it since. */
  private R locked(EntityManager entities, String id) {
    R row = entities.find(kind.rowType(), id);
    if (row == null) {
      return null;
    }
    entities.flush();
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return row;
  }

  @Override
  public T insert(T value) {
    transaction.requireWriting();
    String id = kind.id().apply(value);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a " + kind.name() + " is stored with the id it has");
    }
    R row = kind.newRow().get();
    row.create(id, value);
    return transaction.ask(
        entities -> {
          entities.persist(row);
          transaction.audit(kind.name(), row, Changes.of(row));
          return row.value();
        });
  }

  @Override
  public T update(T value) {
    transaction.requireWriting();
    String id = kind.id().apply(value);
    R row = transaction.ask(entities -> entities.find(kind.rowType(), id));
    if (row == null) {
      throw new NotFoundException(kind.name(), id);
    }
    if (kind.version().applyAsLong(value) != row.currentVersion()) {
      throw new StaleVersionException(kind.name(), id);
    }
    return transaction.ask(entities -> changed(entities, row, value));
  }

  private T changed(EntityManager entities, R row, T value) {
    if (row.awaitsFlush()) {
      entities.flush();
    }
    Object[] before = Changes.state(row);
    row.change(value);
    String change = Changes.between(before, row);
    if (change.equals(Changes.NONE)) {
      touch(entities, row);
    } else {
      transaction.awaits(row);
    }
    transaction.audit(kind.name(), row, change);
    return row.value();
  }

  /** EclipseLink writes a row only if a column changes; here every update counts. */
  private void touch(EntityManager entities, R row) {
    int touched =
        entities
            .createQuery(
                "update %s e set e.version = :next where e.id = :id and e.version = :seen"
                    .formatted(kind.rowType().getSimpleName()))
            .setParameter("next", row.currentVersion())
            .setParameter("id", row.id())
            .setParameter("seen", row.currentVersion() - 1)
            .executeUpdate();
    if (touched == 0) {
      throw new StaleVersionException(kind.name(), row.id());
    }
    entities.refresh(row);
  }

  @Override
  public Page<T> list(Q query, PageRequest page) {
    return transaction.ask(entities -> listed(entities, query, page));
  }

  private Page<T> listed(EntityManager entities, Q query, PageRequest page) {
    Conditions where = new Conditions();
    kind.where().accept(query, where);
    Order<T> order = kind.order().apply(query);
    page.after().ifPresent(cursor -> order.continueAfter(cursor, page.newestFirst(), where));
    if (page.size() <= FEW) {
      List<R> rows = rows(entities, where, "", page.size() + 1);
      if (rows.size() <= page.size()) {
        return page(inOrder(rows, order, page.newestFirst()), order, page.size());
      }
    }
    String clause = order.clause(page.newestFirst());
    return page(rows(entities, where, clause, page.size() + 1), order, page.size());
  }

  private List<R> rows(EntityManager entities, Conditions where, String order, int limit) {
    TypedQuery<R> rows =
        queries.query(
            entities,
            "select e from " + kind.rowType().getSimpleName() + " e" + where.clause() + order,
            kind.rowType(),
            limit);
    where.bind(rows);
    return rows.getResultList();
  }

  private static <R extends Row<T>, T> List<R> inOrder(
      List<R> rows, Order<T> order, boolean newestFirst) {
    if (rows.size() < 2) {
      return rows;
    }
    Comparator<Row<T>> rising = order.comparator();
    return rows.stream().sorted(newestFirst ? rising.reversed() : rising).toList();
  }

  private Page<T> page(List<R> rowsAndOneMore, Order<T> order, int size) {
    boolean more = rowsAndOneMore.size() > size;
    List<R> rows = more ? rowsAndOneMore.subList(0, size) : rowsAndOneMore;
    List<T> values = rows.stream().map(Row::value).toList();
    return new Page<>(
        values,
        more
            ? Optional.of(order.cursor(rows.get(size - 1).id(), values.get(size - 1)))
            : Optional.empty());
  }

  @Override
  public long count(Q query) {
    Conditions where = new Conditions();
    kind.where().accept(query, where);
    return transaction.ask(
        entities -> {
          TypedQuery<Long> rows =
              entities.createQuery(
                  "select count(e) from " + kind.rowType().getSimpleName() + " e" + where.clause(),
                  Long.class);
          where.bind(rows);
          return rows.getSingleResult();
        });
  }
}
