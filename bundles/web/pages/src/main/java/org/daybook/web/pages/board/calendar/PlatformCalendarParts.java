package org.daybook.web.pages.board.calendar;

import java.util.Optional;
import org.daybook.api.plan.Planning;
import org.daybook.api.plan.WorkCalendar;
import org.daybook.api.visit.Visits;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The parts as the service registry has them; they come and go under open pages. */
@Component(service = CalendarParts.class)
public final class PlatformCalendarParts implements CalendarParts {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Visits visits;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Planning planning;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile WorkCalendar workCalendar;

  @Override
  public Optional<Visits> visitsNow() {
    return Optional.ofNullable(visits);
  }

  @Override
  public Optional<Planning> planningNow() {
    return Optional.ofNullable(planning);
  }

  @Override
  public Optional<WorkCalendar> workCalendar() {
    return Optional.ofNullable(workCalendar);
  }
}
