package org.daybook.api.delivery;

import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;

/**
 * What a link to add wishes opens.
 *
 * @param contact whose page it is
 * @param client whose language and zone the page is in
 */
public record LinkedVisit(ReportLink link, Contact contact, Client client, Visit visit) {
  /** Whether wishes are still taken: the visit is to come or under way. */
  public boolean takesWishes() {
    return visit.state() == VisitState.SCHEDULED
        || visit.state() == VisitState.RESCHEDULED
        || visit.state() == VisitState.ON_SITE;
  }
}
