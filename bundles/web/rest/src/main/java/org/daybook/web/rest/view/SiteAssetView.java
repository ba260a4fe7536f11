package org.daybook.web.rest.view;

import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.SiteAsset;
import org.daybook.api.visit.Verdict;

/**
 * A piece of equipment during a visit.
 *
 * @param asset hostname or inventory number
 * @param verdict as it would be if the visit were closed now
 * @param reasons why it is red
 * @param openChecks how many of its checks have no answer
 */
public record SiteAssetView(
    String id,
    String asset,
    AssetKind kind,
    String name,
    String hostname,
    String inventoryNumber,
    Verdict verdict,
    List<String> reasons,
    int openChecks,
    List<FaultView> faults,
    long version) {
  public static SiteAssetView of(SiteAsset line) {
    return new SiteAssetView(
        line.asset().id(),
        line.asset().reference(),
        line.asset().kind(),
        line.asset().name(),
        line.asset().hostname().orElse(null),
        line.asset().inventoryNumber().orElse(null),
        line.verdict(),
        line.reasons(),
        line.openChecks(),
        line.faults().stream().map(FaultView::of).toList(),
        line.asset().version());
  }
}
