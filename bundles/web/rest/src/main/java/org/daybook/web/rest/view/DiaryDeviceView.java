package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;

/**
 * A piece of equipment of the site, with its checklist.
 *
 * @param previous what it was at the visit before; null if it was not there
 * @param problems what is known to be wrong with it and has not ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryDeviceView(
    String id,
    String name,
    AssetKind kind,
    String hostname,
    String inventoryNumber,
    Verdict verdict,
    Verdict previous,
    List<DiaryReasonView> reasons,
    List<DiaryProblemView> problems,
    List<DiaryCheckView> checks) {
  public static DiaryDeviceView of(
      Device device, Optional<Asset> asset, List<Problem> problems, List<Check> checks) {
    return new DiaryDeviceView(
        device.id(),
        device.label(),
        device.kind(),
        asset.flatMap(Asset::hostname).orElse(null),
        asset.flatMap(Asset::inventoryNumber).orElse(null),
        device.verdict(),
        device.previous().orElse(null),
        device.reasons().stream().map(DiaryReasonView::of).toList(),
        problems.stream()
            .sorted(Comparator.comparing(Problem::id))
            .map(DiaryProblemView::of)
            .toList(),
        checks.stream().sorted(Comparator.comparing(Check::id)).map(DiaryCheckView::of).toList());
  }
}
