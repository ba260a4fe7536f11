package org.daybook.shell;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The platform's services as they are now. Commands stay usable while a part is missing and say
 * which one it is, so they look services up at each use.
 */
public final class Platform {
  private final BundleContext context;

  public Platform(BundleContext context) {
    this.context = context;
  }

  /**
   * Uses a service.
   *
   * @throws UnavailableException if it is not there
   */
  public <S, T> T with(Class<S> type, Function<S, T> use) {
    ServiceReference<S> reference = context.getServiceReference(type);
    return with(
        reference == null ? List.of() : List.of(reference),
        service -> true,
        use,
        "The service " + type.getSimpleName());
  }

  /**
   * Uses the one that is wanted of several services of a type.
   *
   * @param what is wanted, as the beginning of a sentence that says that it is not there
   * @throws UnavailableException if it is not there
   */
  public <S, T> T withOne(Class<S> type, Predicate<S> wanted, Function<S, T> use, String what) {
    try {
      return with(context.getServiceReferences(type, null), wanted, use, what);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter is always well-formed", e);
    }
  }

  private <S, T> T with(
      Collection<ServiceReference<S>> references,
      Predicate<S> wanted,
      Function<S, T> use,
      String what) {
    for (ServiceReference<S> reference : references) {
      S service = context.getService(reference);
      try {
        if (service != null && wanted.test(service)) {
          return use.apply(service);
        }
      } finally {
        context.ungetService(reference);
      }
    }
    throw new UnavailableException(what + " is not there; `bundle:list` shows what is stopped.");
  }

  /** Reads from the store. */
  public <T> T read(Function<Transaction, T> work) {
    return with(Store.class, store -> store.read(work));
  }
}
