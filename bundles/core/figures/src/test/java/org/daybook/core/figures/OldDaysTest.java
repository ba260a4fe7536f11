package org.daybook.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.daybook.api.figures.Figures.By;
import org.daybook.api.store.Page;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Test;

/** A month costs what there is in it, however much there was before and after. */
public final class OldDaysTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicInteger values = new AtomicInteger();

  @Test
  public void whatIsOfOtherMonthsIsNotRead() {
    store.prepare(Examples::directory);
    read();
    int queriesBefore = queries.get();
    int valuesBefore = values.get();
    for (int monthsAgo = 2; monthsAgo < 40; monthsAgo++) {
      history(monthsAgo);
    }
    read();
    assertThat(queries).hasValue(queriesBefore);
    assertThat(values).hasValue(valuesBefore);
    history(0);
    read();
    assertThat(values).hasValue(valuesBefore + 2);
  }

  private void history(int monthsAgo) {
    store.prepare(
        tx -> {
          var at = Examples.NOW.atZone(Examples.ZONE).minus(monthsAgo, ChronoUnit.MONTHS);
          tx.tasks()
              .insert(
                  Examples.task().toBuilder()
                      .id(tx.newId())
                      .state(TaskState.DONE)
                      .createdAt(at.toInstant().minus(Duration.ofDays(1)))
                      .finishedAt(at.toInstant())
                      .build());
          tx.visits()
              .insert(
                  Examples.visit().toBuilder()
                      .id(tx.newId())
                      .state(VisitState.REPORTED)
                      .plannedFor(at.toInstant())
                      .build());
        });
  }

  private void read() {
    queries.set(0);
    values.set(0);
    Store counted =
        (Store)
            Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, method, args) -> {
                  @SuppressWarnings("unchecked")
                  Function<Transaction, Object> work = (Function<Transaction, Object>) args[0];
                  return store.read(tx -> work.apply(counting(tx)));
                });
    new FiguresService(counted, clock).of(YearMonth.of(2026, 3), By.ENGINEER);
  }

  private Transaction counting(Transaction tx) {
    return (Transaction)
        Proxy.newProxyInstance(
            Transaction.class.getClassLoader(),
            new Class<?>[] {Transaction.class},
            (proxy, method, args) ->
                call(tx, method, args) instanceof Repository<?, ?> repository
                    ? counting(repository)
                    : call(tx, method, args));
  }

  private Object counting(Repository<?, ?> repository) {
    return Proxy.newProxyInstance(
        Repository.class.getClassLoader(),
        new Class<?>[] {Repository.class},
        (proxy, method, args) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, args);
          }
          Object result = call(repository, method, args);
          queries.incrementAndGet();
          values.addAndGet(result instanceof Page<?> page ? page.items().size() : 1);
          return result;
        });
  }

  private static Object call(Object target, Method method, Object[] args) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
