package org.daybook.web.pages.board.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.visit.Visit;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.form.Moments;

/** Times as a client's wall shows them, and as the fields of forms have them. */
final class Wall {
  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Wall() {}

  static ZoneId zone(Look look, String clientId) {
    return look.client(clientId).map(Client::zone).orElse(look.words().zone());
  }

  /** When a visit is to begin. */
  static ZonedDateTime of(Look look, Visit visit) {
    return visit.plannedFor().atZone(zone(look, visit.clientId()));
  }

  static String time(ZonedDateTime moment) {
    return TIME.format(moment);
  }

  /** As {@code <input type="datetime-local">} has it. */
  static String field(ZonedDateTime moment) {
    return FIELD.format(moment);
  }

  /** What somebody typed; empty if it is no moment. */
  static Optional<Instant> moment(String typed, ZoneId zone) {
    return Moments.parse(typed, zone);
  }
}
