package org.daybook.storage.jpa;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.daybook.api.error.RefusedException;

/**
 * Numbers without gaps. A number is taken by changing the row of its series, so the next one who
 * wants a number waits for the commit, and a rollback gives the number back.
 */
final class NumberSeries {
  private final EntityManagerFactory factory;

  NumberSeries(EntityManagerFactory factory) {
    this.factory = factory;
  }

  long next(OpenTransaction transaction, String series) {
    if (!advanced(transaction, series)) {
      begin(series);
      advanced(transaction, series);
    }
    return last(transaction, series);
  }

  /** The last number that was taken, 0 if none was. */
  long last(OpenTransaction transaction, String series) {
    return transaction.ask(
        entities -> {
          List<?> numbers =
              entities
                  .createNativeQuery("SELECT last_number FROM number_series WHERE name = ?")
                  .setParameter(1, series)
                  .getResultList();
          return numbers.isEmpty() ? 0 : ((Number) numbers.get(0)).longValue();
        });
  }

  private static boolean advanced(OpenTransaction transaction, String series) {
    return transaction.ask(
            entities ->
                entities
                    .createNativeQuery(
                        "UPDATE number_series SET last_number = last_number + 1 WHERE name = ?")
                    .setParameter(1, series)
                    .executeUpdate())
        == 1;
  }

  /** In a transaction of its own: if two begin a series at once, neither loses its own work. */
  private void begin(String series) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      entities
          .createNativeQuery("INSERT INTO number_series (name, last_number) VALUES (?, 0)")
          .setParameter(1, series)
          .executeUpdate();
      entities.getTransaction().commit();
    } catch (RuntimeException e) {
      RuntimeException failure = Failure.of(e, List.of()).exception();
      if (!(failure instanceof RefusedException)) {
        throw failure;
      }
      // Somebody else began it meanwhile, which is as good
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }
}
