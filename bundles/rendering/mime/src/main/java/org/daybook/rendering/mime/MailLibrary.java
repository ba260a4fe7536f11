package org.daybook.rendering.mime;

import java.util.concurrent.Callable;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Runs work that uses Jakarta Mail. Its API looks its implementation up by the thread's context
 * class loader, which on a thread of the platform's knows of neither.
 */
final class MailLibrary {
  private MailLibrary() {}

  static <T> T use(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(MailStreamProvider.class.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
