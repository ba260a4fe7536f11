package org.daybook.core.planning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.error.RefusedException;
import org.daybook.api.plan.WorkCalendar;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The production calendar for others. Where a plan is refused because of an error in a file, a
 * promise to be there in two hours cannot wait for its mending.
 */
@Component(service = WorkCalendar.class, configurationPid = PlanningConfig.PID)
public final class WorkCalendarService implements WorkCalendar {
  private static final Logger LOG = LoggerFactory.getLogger(WorkCalendarService.class);

  private final ProductionCalendar calendar;

  /** What was said last of the file of a year. */
  private final Map<Integer, String> told = new ConcurrentHashMap<>();

  @Activate
  public WorkCalendarService(PlanningConfig config, BundleContext context) {
    this(Settings.directory(config.calendarDirectory(), context.getProperty("karaf.etc")));
  }

  WorkCalendarService(Path directory) {
    this.calendar = new ProductionCalendar(directory);
  }

  @Override
  public boolean isWorking(LocalDate day) {
    return of(day.getYear()).isWorking(day);
  }

  private Workdays of(int year) {
    try {
      Workdays days = calendar.of(year);
      told.remove(year);
      return days;
    } catch (RefusedException e) {
      // Asked for each day of each visit: said once, until it is another error.
      if (!e.getMessage().equals(told.put(year, e.getMessage()))) {
        LOG.warn("{} Weekends and fixed holidays are free.", e.getMessage());
      }
      return Workdays.withoutCalendar(year);
    }
  }
}
