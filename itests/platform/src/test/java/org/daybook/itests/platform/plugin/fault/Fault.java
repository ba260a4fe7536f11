package org.daybook.itests.platform.plugin.fault;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleException;

/** What a plugin can do wrong. */
public enum Fault {
  NONE {
    @Override
    public void strike() {}
  },
  RUNTIME_EXCEPTION {
    @Override
    public void strike() {
      throw new IllegalStateException("this plugin throws");
    }
  },
  CHECKED_EXCEPTION {
    @Override
    public void strike() throws Exception {
      throw new IOException("this plugin has trouble");
    }
  },
  ERROR {
    @Override
    public void strike() {
      throw new NoClassDefFoundError("com/example/Missing");
    }
  },
  BROKEN_EXCEPTION {
    @Override
    public void strike() {
      throw new Unspeakable();
    }
  },
  STACK_OVERFLOW {
    @Override
    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    public void strike() {
      strike();
    }
  },
  OUT_OF_MEMORY {
    @Override
    public void strike() {
      // More than any heap of ours: refused at once, and nobody else has to go without
      long[] tooLarge = new long[Integer.MAX_VALUE - 8];
      throw new IllegalStateException("there was room for " + tooLarge.length);
    }
  },
  HANG {
    @Override
    public void strike() {
      CountDownLatch never = new CountDownLatch(1);
      while (true) {
        try {
          never.await();
        } catch (InterruptedException ignored) {
          // on purpose: it does not heed that it shall stop
        }
      }
    }
  },
  /** Removes its own bundle while it is called, and needs the bundle afterwards. */
  VANISH {
    @Override
    public void strike() throws Exception {
      try {
        Manifest.bundle().uninstall();
      } catch (BundleException e) {
        throw new IllegalStateException("this plugin cannot go", e);
      }
      Manifest.bundle().loadClass(Manifest.class.getName());
    }
  },
  /** Answers with null where something was asked for. */
  NULL {
    @Override
    public void strike() {}
  },
  /** Answers with more than anybody can read. */
  HUGE {
    @Override
    public void strike() {}
  };

  /** Goes wrong. */
  public abstract void strike() throws Exception;

  /** Goes wrong where no checked exception is allowed. */
  public void strikeUnchecked() {
    try {
      strike();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** An exception that throws when it is asked what it is about. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even this works");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("nor this");
    }
  }
}
