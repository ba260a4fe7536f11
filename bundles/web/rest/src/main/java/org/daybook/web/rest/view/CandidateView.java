package org.daybook.web.rest.view;

import org.daybook.api.visit.Candidate;

/**
 * An engineer who could be sent to an emergency.
 *
 * @param engineer staff id
 * @param usual whether they usually come to this client
 * @param reason why they stand where they stand
 */
public record CandidateView(
    String engineer,
    String engineerName,
    boolean free,
    boolean usual,
    Candidate.Nearness nearness,
    String reason) {

  public static CandidateView of(Candidate candidate) {
    return new CandidateView(
        candidate.engineerId(),
        candidate.engineerName(),
        candidate.free(),
        candidate.usual(),
        candidate.nearness(),
        candidate.reason());
  }
}
