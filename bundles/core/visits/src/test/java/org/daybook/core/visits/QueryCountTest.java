package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.store.Repository;
import org.daybook.api.store.Transaction;
import org.daybook.testkit.Examples;
import org.junit.Test;

/** The number of queries must not grow with the client. */
public final class QueryCountTest {

  /** Some more pages of a longer list are no query per item. */
  private static final int MORE_PAGES = 12;

  @Test
  public void aLargeClientCostsNoQueryPerDeviceOrTask() {
    int small = queries(5, 5);
    int large = queries(400, 120);
    assertThat(large).isLessThanOrEqualTo(small + MORE_PAGES);
  }

  private static int queries(int devices, int tasks) {
    VisitsFixture world = new VisitsFixture();
    for (int i = 0; i < devices; i++) {
      world.addAsset("asset-" + i, AssetKind.WORKSTATION, "Место-" + i);
    }
    for (int i = 0; i < tasks; i++) {
      String id = "task-" + i + "-of-many";
      world.add(Examples.task().toBuilder().id(id).assetId("asset-" + i % devices).build());
      int number = i;
      world.put(
          tx ->
              tx.occurrences()
                  .insert(
                      Examples.occurrence().toBuilder()
                          .id("occurrence-" + number)
                          .externalId("fault-" + number)
                          .assetId("asset-" + number % devices)
                          .taskId(id)
                          .build()));
    }
    world.start();
    AtomicInteger count = new AtomicInteger();
    int lines =
        world.store.read(
            tx ->
                new ViewAssembler(counting(tx, count), world.clock.instant())
                    .assemble(world.visit())
                    .devices()
                    .size());
    assertThat(lines).isEqualTo(devices + 1);
    return count.get();
  }

  private static Transaction counting(Transaction tx, AtomicInteger count) {
    return (Transaction)
        Proxy.newProxyInstance(
            Transaction.class.getClassLoader(),
            new Class<?>[] {Transaction.class},
            (proxy, method, args) -> {
              Object result = call(tx, method, args);
              return result instanceof Repository<?, ?> repository
                  ? countingRepository(repository, count)
                  : result;
            });
  }

  private static Object countingRepository(Repository<?, ?> repository, AtomicInteger count) {
    return Proxy.newProxyInstance(
        Repository.class.getClassLoader(),
        new Class<?>[] {Repository.class},
        (proxy, method, args) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, args);
          }
          count.incrementAndGet();
          return call(repository, method, args);
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
