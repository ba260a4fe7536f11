package org.daybook.api.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.directory.Asset;
import org.osgi.annotation.versioning.ProviderType;

/** What a listener may know of a visit that begins. Read-only. */
@ProviderType
public interface VisitStart {
  String visitId();

  VisitKind kind();

  /** The language of what is written on the visit. */
  Locale language();

  ZoneId zone();

  Instant arrivedAt();

  /** The equipment at the site that is not retired. */
  List<Asset> assets();

  /** When an item was last answered with OK on a piece of equipment. */
  Optional<Instant> lastDone(String assetId, String itemId);

  /** Whether a problem that this item found is still open. */
  boolean hasOpenProblem(String assetId, String itemId);
}
