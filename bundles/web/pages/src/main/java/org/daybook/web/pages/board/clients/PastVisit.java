package org.daybook.web.pages.board.clients;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.api.visit.Visits;
import org.daybook.web.pages.board.Look;

/**
 * A planned visit as it was frozen. What a piece of equipment was then is what was said of it then:
 * it is read, never derived anew.
 *
 * @param visit as it is stored
 * @param view what was frozen
 */
record PastVisit(Visit visit, ClosedVisit view) {
  static final int MOST = 12;

  /** The last ones of a client, the oldest first. */
  static List<PastVisit> of(Look look, Visits visits, String clientId) {
    VisitQuery closed =
        VisitQuery.builder()
            .clientId(clientId)
            .kind(VisitKind.PLANNED)
            .addStates(VisitState.CLOSED, VisitState.REPORTED)
            .build();
    List<PastVisit> past = new ArrayList<>();
    for (Visit visit :
        look.tx().visits().list(closed, new PageRequest(MOST, Optional.empty(), true)).items()) {
      try {
        past.add(new PastVisit(visit, visits.view(visit.id())));
      } catch (NotFoundException e) {
        // Brought in from elsewhere without a view: there is nothing to show of it.
      }
    }
    Collections.reverse(past);
    return past;
  }
}
