package org.daybook.core.delivery;

import java.util.Map;

/** Which of several services for the same thing counts. */
final class Ranked {
  /** {@code org.osgi.framework.Constants.SERVICE_RANKING} */
  private static final String RANKING = "service.ranking";

  private Ranked() {}

  static int of(Map.Entry<Map<String, Object>, ?> service) {
    return service.getKey().get(RANKING) instanceof Integer ranking ? ranking : 0;
  }
}
