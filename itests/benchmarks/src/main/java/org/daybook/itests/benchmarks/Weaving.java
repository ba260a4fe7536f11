package org.daybook.itests.benchmarks;

import java.lang.instrument.Instrumentation;
import org.daybook.storage.jpa.row.TaskRow;
import org.eclipse.persistence.internal.jpa.deployment.JavaSECMPInitializerAgent;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/**
 * Rows are woven as they are in the container. The JVM starts this before {@code main}, because the
 * jar's manifest names it as {@code Launcher-Agent-Class}.
 */
public final class Weaving {
  private Weaving() {}

  /** Does what {@code -javaagent} with EclipseLink's jar would do. */
  public static void agentmain(String arguments, Instrumentation instrumentation) throws Throwable {
    JavaSECMPInitializerAgent.premain(arguments, instrumentation);
  }

  /** What is not woven is slower, and nothing would tell. */
  static void require() {
    if (!PersistenceWeaved.class.isAssignableFrom(TaskRow.class)) {
      throw new IllegalStateException("Rows are not woven: start the benchmarks with java -jar");
    }
  }
}
