package org.daybook.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a repository has to know of the values it keeps.
 *
 * @param name for the audit trail and errors
 * @param order a text by which values are sorted; unique
 * @param listed the same, if a query says in which order; null if none does
 * @param uniques what no two values may share
 */
record Kind<T, Q>(
    String name,
    Function<T, String> id,
    ToLongFunction<T> version,
    BiFunction<T, Long, T> withVersion,
    Function<T, String> order,
    BiFunction<Q, T, String> listed,
    BiPredicate<Q, T> matches,
    List<Unique<T>> uniques) {

  static <T, Q> Kind<T, Q> of(
      String name,
      Function<T, String> id,
      ToLongFunction<T> version,
      BiFunction<T, Long, T> withVersion,
      BiPredicate<Q, T> matches) {
    return new Kind<>(name, id, version, withVersion, id, null, matches, List.of());
  }

  Kind<T, Q> orderedBy(Function<T, String> other) {
    return new Kind<>(name, id, version, withVersion, other, listed, matches, uniques);
  }

  /** Lists come in an order that the query says. */
  Kind<T, Q> listedBy(BiFunction<Q, T, String> other) {
    return new Kind<>(name, id, version, withVersion, order, other, matches, uniques);
  }

  /** Lists have to match this, too. */
  Kind<T, Q> also(BiPredicate<Q, T> other) {
    return new Kind<>(name, id, version, withVersion, order, listed, matches.and(other), uniques);
  }

  @SafeVarargs
  final Kind<T, Q> unique(Unique<T>... each) {
    return new Kind<>(name, id, version, withVersion, order, listed, matches, List.of(each));
  }

  /**
   * Something that no two values may share.
   *
   * @param what for the message
   * @param key the shared thing; empty if a value has none
   */
  record Unique<T>(String what, Function<T, Optional<String>> key) {}
}
