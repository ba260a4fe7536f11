package org.daybook.core.reports;

import java.util.Map;
import org.daybook.api.report.ReportSection;
import org.osgi.framework.Constants;

/**
 * A section as the service registry has it.
 *
 * @param place where it wants to stand
 * @param ranking which of two with the same id counts
 * @param serviceId tells registrations apart
 */
record Registered(ReportSection section, int place, int ranking, long serviceId) {
  private static final int NO_PLACE = 1000;

  static Registered of(Map.Entry<Map<String, Object>, ReportSection> service) {
    Map<String, Object> properties = service.getKey();
    return new Registered(
        service.getValue(),
        properties.get(ReportSection.PLACE) instanceof Integer place ? place : NO_PLACE,
        properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
        properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0);
  }
}
