package org.daybook.web.pages.client.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.daybook.api.access.Actor;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.testkit.Examples;

/** Disputes in a list. */
public final class FakeDisputes implements Disputes {
  public final List<Dispute> all = new ArrayList<>();
  public RuntimeException fault;
  private final FakeLinks links;

  FakeDisputes(FakeLinks links) {
    this.links = links;
  }

  @Override
  public Dispute open(String token, DisputeRequest request) {
    links.check(token);
    if (fault != null) {
      throw fault;
    }
    for (Dispute dispute : all) {
      if (dispute.externalId().equals(request.externalId())) {
        return dispute;
      }
    }
    Dispute opened =
        Examples.dispute().toBuilder()
            .id("dispute-" + (all.size() + 1))
            .externalId(request.externalId())
            .title(request.title())
            .text(request.text())
            .build();
    all.add(opened);
    return opened;
  }

  @Override
  public Dispute open(Actor actor, String visitId, DisputeRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dispute withdraw(String token, String disputeId) {
    links.check(token);
    Dispute dispute =
        all.stream()
            .filter(each -> each.id().equals(disputeId))
            .filter(
                each -> each.contactId().orElse(Examples.CONTACT_ID).equals(Examples.CONTACT_ID))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("dispute", disputeId));
    if (dispute.state().isDecided() && dispute.state() != DisputeState.WITHDRAWN) {
      throw new RefusedException("The dispute is decided already.");
    }
    return change(dispute.toBuilder().state(DisputeState.WITHDRAWN).build());
  }

  /** Puts another version in the place of a dispute. */
  public Dispute change(Dispute changed) {
    all.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
    return changed;
  }

  @Override
  public List<Dispute> of(String token) {
    links.check(token);
    return List.copyOf(all);
  }

  @Override
  public Dispute act(
      Actor actor, String disputeId, OptionalLong expectedVersion, DisputeAction action) {
    throw new UnsupportedOperationException();
  }
}
