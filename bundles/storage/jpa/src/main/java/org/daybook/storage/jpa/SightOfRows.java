package org.daybook.storage.jpa;

import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.visit.Sight;

/** What {@link Sight} says, asked of rows. */
final class SightOfRows {
  private SightOfRows() {}

  /** Does not narrow for nobody, and for those who see all. */
  static void ofTasks(Optional<Actor> actor, Conditions where) {
    actor.ifPresent(
        who -> {
          switch (who.role()) {
            case ADMIN, MANAGER, SUPPORT -> {}
            case ENGINEER ->
                where.and(
                    """
                    (e.engineerId = %1$s or e.state in %2$s or exists (\
                    select v.id from VisitRow v where v.id = e.visitId and v.engineerId = %1$s))"""
                        .formatted(where.parameter(who.id()), where.parameter(Sight.FREE)));
            case SPECIALIST -> where.is("specialistId", Optional.of(who.id()));
          }
        });
  }

  /** Does not narrow for nobody, and for those who see all. */
  static void ofVisits(Optional<Actor> actor, Conditions where) {
    actor.ifPresent(
        who -> {
          switch (who.role()) {
            case ADMIN, MANAGER, SUPPORT -> {}
            case ENGINEER -> where.is("engineerId", Optional.of(who.id()));
            case SPECIALIST ->
                where.and(
                    """
                    exists (\
                    select t.id from TaskRow t where t.visitId = e.id and t.specialistId = %s)"""
                        .formatted(where.parameter(who.id())));
          }
        });
  }
}
