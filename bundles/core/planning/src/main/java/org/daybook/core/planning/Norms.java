package org.daybook.core.planning;

import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.VisitTerms;

/** How many visits a month a client is due, and why. */
final class Norms {
  private final Settings settings;
  private final Words words;

  Norms(Settings settings, Words words) {
    this.settings = settings;
    this.words = words;
  }

  Norm of(Client client, int devices, Optional<VisitTerms> terms) {
    if (!client.active()) {
      return new Norm(client.id(), 0, devices, words.get("norm.ended"));
    }
    if (devices == 0) {
      return new Norm(client.id(), 0, 0, words.get("norm.none"));
    }
    Optional<Integer> agreed = terms.flatMap(VisitTerms::visitsPerMonth);
    if (agreed.isPresent()) {
      String why = words.get("norm.agreed", terms.flatMap(VisitTerms::reason).orElse(""));
      return new Norm(client.id(), agreed.get(), devices, why);
    }
    int each = settings.devicesPerVisit();
    int usual = Math.max(1, (devices + each - 1) / each);
    int bounded = settings.bounds().get(client.plan()).bound(usual);
    return new Norm(client.id(), bounded, devices, why(client, devices, usual, bounded));
  }

  private String why(Client client, int devices, int usual, int bounded) {
    if (bounded == usual) {
      return words.get("norm.usual", devices, settings.devicesPerVisit());
    }
    String plan = words.get("plan." + client.plan());
    return words.get(bounded > usual ? "norm.least" : "norm.most", devices, plan, bounded);
  }
}
