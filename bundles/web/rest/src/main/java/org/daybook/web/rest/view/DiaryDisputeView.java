package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.directory.Client;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.visit.Visit;

/**
 * The client misses a task in a report of the caller, who is asked what happened.
 *
 * @param visitAt when the visit was that the report is about
 * @param zone of the client
 * @param title in the client's words
 * @param text more in the client's words; blank if they wrote no more
 * @param answer what the caller said before a penalty was proposed; null if nothing yet
 * @param penalty whether one is proposed, which is not applied unheard
 */
public record DiaryDisputeView(
    String id,
    String clientName,
    Instant visitAt,
    String zone,
    String title,
    String text,
    Instant openedAt,
    String answer,
    boolean penalty,
    long version) {
  public static DiaryDisputeView of(Dispute dispute, Names names) {
    Visit visit = names.transaction().visits().find(dispute.visitId()).orElseThrow();
    Client client = names.transaction().clients().find(dispute.clientId()).orElseThrow();
    return new DiaryDisputeView(
        dispute.id(),
        client.name(),
        visit.arrivedAt().orElse(visit.plannedFor()),
        client.zone().getId(),
        dispute.title(),
        dispute.text(),
        dispute.openedAt(),
        dispute.answer().orElse(null),
        dispute.penalty().filter(each -> each.state() == Penalty.State.PROPOSED).isPresent(),
        dispute.version());
  }
}
