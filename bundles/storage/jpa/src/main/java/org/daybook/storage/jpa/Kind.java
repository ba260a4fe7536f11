package org.daybook.storage.jpa;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.daybook.storage.jpa.row.Row;

/**
 * What the generic repository has to know of one kind of value.
 *
 * @param name in the audit trail and in errors
 * @param where narrows to what a query asks for
 */
record Kind<R extends Row<T>, T, Q>(
    String name,
    Class<R> rowType,
    Supplier<R> newRow,
    Function<T, String> id,
    ToLongFunction<T> version,
    BiConsumer<Q, Conditions> where,
    Function<Q, Order<T>> order) {

  static <R extends Row<T>, T, Q> Kind<R, T, Q> of(
      String name,
      Class<R> rowType,
      Supplier<R> newRow,
      Function<T, String> id,
      ToLongFunction<T> version,
      BiConsumer<Q, Conditions> where) {
    return new Kind<>(name, rowType, newRow, id, version, where, query -> Order.byId());
  }

  Kind<R, T, Q> orderedBy(Order<T> other) {
    return orderedBy(query -> other);
  }

  /** In an order that the query says. */
  Kind<R, T, Q> orderedBy(Function<Q, Order<T>> other) {
    return new Kind<>(name, rowType, newRow, id, version, where, other);
  }
}
