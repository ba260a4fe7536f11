package org.daybook.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.daybook.api.access.Actor;
import org.daybook.api.store.AuditEntry;
import org.daybook.storage.jpa.row.Row;
import org.eclipse.persistence.sessions.UnitOfWork;

/** What one thread has open: a transaction, or only a look at the store. */
final class OpenTransaction implements AutoCloseable {
  private final Thread owner = Thread.currentThread();
  private final EntityManager entities;
  private final boolean writing;
  private final Ids ids;
  private final Clock clock;
  private final AuditTrail trail = new AuditTrail();
  private final ProgressTally progress = new ProgressTally();
  private Actor actor;
  private RuntimeException doom;
  private final List<Row<?>> awaited = new ArrayList<>();
  private boolean conflict;
  private boolean closed;

  private OpenTransaction(
      EntityManager entities, boolean writing, Actor actor, Ids ids, Clock clock) {
    this.entities = entities;
    this.writing = writing;
    this.actor = actor;
    this.ids = ids;
    this.clock = clock;
  }

  static OpenTransaction forWriting(EntityManager entities, Actor actor, Ids ids, Clock clock) {
    entities.getTransaction().begin();
    return new OpenTransaction(entities, true, actor, ids, clock);
  }

  static OpenTransaction forReading(EntityManager entities, Ids ids, Clock clock) {
    return new OpenTransaction(entities, false, null, ids, clock);
  }

  /**
   * Lets the database's transaction begin before the first query. EclipseLink would begin it with
   * the first change: each query before that would be a transaction of its own, and its rows would
   * be copied twice.
   */
  void begin() {
    if (writing) {
      ask(
          entity -> {
            entity.unwrap(UnitOfWork.class).beginEarlyTransaction();
            return null;
          });
    }
  }

  String newId() {
    return ids.next();
  }

  boolean isWriting() {
    return writing;
  }

  /** Whether another transaction stood in the way, so that all of it may be done again. */
  boolean isConflict() {
    return conflict;
  }

  /** Does work that another actor answers for. What it throws dooms the whole transaction. */
  <T> T joinedBy(Actor inner, Function<OpenTransaction, T> work) {
    requireWriting();
    Actor outer = actor;
    actor = inner;
    try {
      return work.apply(this);
    } catch (RuntimeException e) {
      doom(e);
      throw e;
    } catch (Error e) {
      doom(new IllegalStateException("a joined part of the transaction failed", e));
      throw e;
    } finally {
      actor = outer;
    }
  }

  /**
   * Asks the database. Its failures become the API's, and doom the transaction; who asks all the
   * same hears of the first, since the answer would be for nothing and the session may be broken.
   */
  <T> T ask(Function<EntityManager, T> question) {
    requireOpen();
    if (doom != null) {
      throw doom;
    }
    try {
      return question.apply(entities);
    } catch (RuntimeException e) {
      throw doom(Failure.of(e, awaited));
    }
  }

  /** Notes that the next flush writes a row that others may have changed. */
  void awaits(Row<?> row) {
    awaited.removeIf(earlier -> !earlier.awaitsFlush());
    awaited.add(row);
  }

  /** Tells the audit trail that a row was added or changed. */
  void audit(String kind, Row<?> row, String change) {
    trail.add(
        new AuditEntry(
            newId(),
            clock.instant(),
            actor.id(),
            actor.name(),
            kind,
            row.id(),
            row.currentVersion(),
            change));
  }

  /** Writes what the audit trail was told, for those who want to read it or to commit. */
  void writeTrail() {
    if (trail.isWaiting()) {
      ask(
          entity -> {
            try {
              trail.write(entity.unwrap(Connection.class));
              return null;
            } catch (SQLException e) {
              throw new PersistenceException(e);
            }
          });
    }
  }

  ProgressTally progress() {
    return progress;
  }

  /** Writes how far visits have come, for those who want to read it or to commit. */
  void writeProgress() {
    if (progress.isWaiting()) {
      ask(
          entity -> {
            progress.write(entity);
            return null;
          });
    }
  }

  /** The connection of this transaction, for SQL that has to be part of it. */
  Connection connection() {
    return ask(entity -> entity.unwrap(Connection.class));
  }

  void commit() {
    if (doom != null) {
      throw doom;
    }
    if (writing) {
      writeTrail();
      writeProgress();
      ask(
          entity -> {
            entity.getTransaction().commit();
            return null;
          });
    }
  }

  void requireWriting() {
    requireOpen();
    if (!writing) {
      throw new IllegalStateException("a change inside of Store.read");
    }
  }

  /** Makes sure that nothing of this is committed, even if somebody catches the reason. */
  void doom(RuntimeException reason) {
    if (doom == null) {
      doom = reason;
    }
  }

  private RuntimeException doom(Failure failure) {
    doom(failure.exception());
    conflict |= failure.conflict();
    return failure.exception();
  }

  private void requireOpen() {
    if (closed || Thread.currentThread() != owner) {
      throw new IllegalStateException("outside of a transaction, or on another thread");
    }
  }

  /** Rolls back what was not committed and gives the connection back. */
  @Override
  public void close() {
    closed = true;
    try {
      if (writing && entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
    } catch (RuntimeException e) {
      // A connection that cannot roll back is dead; the database forgets its transaction by itself
      doom(e);
    }
    try {
      entities.close();
    } catch (RuntimeException e) {
      doom(e);
    }
  }
}
