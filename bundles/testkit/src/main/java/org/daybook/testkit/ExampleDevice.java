package org.daybook.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.Verdict;

/** Builds a piece of equipment as a closed visit has it; green until it gets a reason. */
public final class ExampleDevice {
  private final String label;
  private final AssetKind kind;
  private String reference;
  private final List<ClosedVisit.Reason> reasons = new ArrayList<>();
  private final List<ClosedVisit.CheckLine> checks = new ArrayList<>();
  private Optional<Verdict> previous = Optional.of(Verdict.GREEN);

  private ExampleDevice(AssetKind kind, String label) {
    this.kind = kind;
    this.label = label;
    this.reference = label.toLowerCase(Locale.ROOT);
  }

  public static ExampleDevice of(AssetKind kind, String label) {
    return new ExampleDevice(kind, label);
  }

  public ExampleDevice reference(String value) {
    reference = value;
    return this;
  }

  /** What it was at the visit before; empty if it was not there. */
  public ExampleDevice previous(Optional<Verdict> value) {
    previous = value;
    return this;
  }

  /** Makes it red. */
  public ExampleDevice reason(ClosedVisit.Reason value) {
    reasons.add(value);
    return this;
  }

  public ExampleDevice check(ClosedVisit.CheckLine value) {
    checks.add(value);
    return this;
  }

  /** A check that was answered with OK. */
  public ExampleDevice ok(String itemId, String title) {
    return check(
        new ClosedVisit.CheckLine(
            itemId,
            title,
            true,
            CheckState.OK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  public ClosedVisit.Device build() {
    return new ClosedVisit.Device(
        "asset-" + reference,
        label,
        reference,
        kind,
        reasons.isEmpty() ? Verdict.GREEN : Verdict.RED,
        reasons,
        checks,
        previous);
  }
}
