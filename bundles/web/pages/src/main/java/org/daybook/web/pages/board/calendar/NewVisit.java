package org.daybook.web.pages.board.calendar;

import java.time.ZoneId;
import java.util.List;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.http.Form;

/** A kind of visit that is put into the calendar by a form. Called on many threads. */
interface NewVisit {
  /** The key of its words, and the purpose of its form. */
  String name();

  /** Where its form is sent to. */
  String path();

  /** Its fields after the client's. */
  void fields(FormView.Builder form, Look look, Client client, List<Site> sites, Form asked);

  /** Whether the site has to be known before there are fields. */
  boolean needsSite();

  /**
   * Puts it into the calendar.
   *
   * @param zone of the client
   */
  Visit send(Actor actor, Form sent, ZoneId zone);
}
