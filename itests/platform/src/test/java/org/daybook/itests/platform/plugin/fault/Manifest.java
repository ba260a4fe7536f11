package org.daybook.itests.platform.plugin.fault;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What the test wrote into the manifest of the bundle that a class is in. */
public final class Manifest {
  /** Names the plugin. */
  public static final String ID = "Test-Id";

  /** What the plugin has to say. */
  public static final String TEXT = "Test-Text";

  /** The {@link Fault} it has. */
  public static final String FAULT = "Test-Fault";

  /** {@code id} if the fault is in saying its own name already. */
  public static final String AT = "Test-At";

  private Manifest() {}

  /** Its bundle. */
  public static Bundle bundle() {
    return FrameworkUtil.getBundle(Manifest.class);
  }

  public static String id() {
    return header(ID).orElseThrow();
  }

  /** The id, or the fault. */
  public static String idUnlessFaulty() {
    if (header(AT).isPresent()) {
      fault().strikeUnchecked();
    }
    return id();
  }

  public static String text() {
    return header(TEXT).orElse("nothing");
  }

  public static Fault fault() {
    return header(FAULT).map(Fault::valueOf).orElse(Fault.NONE);
  }

  private static Optional<String> header(String name) {
    return Optional.ofNullable(bundle().getHeaders("").get(name));
  }
}
