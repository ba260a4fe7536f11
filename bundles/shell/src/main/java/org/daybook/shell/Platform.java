package org.daybook.shell;

import java.util.function.Function;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.osgi.framework.BundleContext;
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
    S service = reference == null ? null : context.getService(reference);
    if (service == null) {
      throw new UnavailableException(
          "The service "
              + type.getSimpleName()
              + " is not there; `bundle:list` shows what is stopped.");
    }
    try {
      return use.apply(service);
    } finally {
      context.ungetService(reference);
    }
  }

  /** Reads from the store. */
  public <T> T read(Function<Transaction, T> work) {
    return with(Store.class, store -> store.read(work));
  }
}
