package org.daybook.storage.jpa;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Remembers queries that EclipseLink has turned into SQL. It would do that again for every query
 * with a limit, which takes longer than to run it.
 */
final class ListQueries {
  /** Far more than there are lists; no caller can fill the memory with page sizes. */
  private static final int MOST = 2_000;

  private final Map<String, ReadAllQuery> prepared = new ConcurrentHashMap<>();

  /** A query for the first rows of a list. */
  <R> TypedQuery<R> query(EntityManager entities, String text, Class<R> rowType, int limit) {
    String key = limit + " " + text;
    ReadAllQuery known = prepared.get(key);
    if (known == null) {
      known = translated(entities, text, rowType, limit);
      if (prepared.size() < MOST) {
        prepared.put(key, known);
      }
    }
    @SuppressWarnings("unchecked")
    TypedQuery<R> query =
        (TypedQuery<R>) entities.unwrap(JpaEntityManager.class).createQuery(known);
    return query;
  }

  private static ReadAllQuery translated(
      EntityManager entities, String text, Class<?> rowType, int limit) {
    ReadAllQuery query =
        (ReadAllQuery) entities.createQuery(text, rowType).unwrap(ReadAllQuery.class).clone();
    query.setMaxRows(limit);
    return query;
  }
}
