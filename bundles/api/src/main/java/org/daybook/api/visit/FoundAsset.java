package org.daybook.api.visit;

import java.util.Optional;
import org.daybook.api.directory.AssetKind;

/**
 * Equipment that was found on site.
 *
 * @param name what people there call it
 * @param hostname unique per client
 * @param inventoryNumber unique per client
 */
public record FoundAsset(
    AssetKind kind, String name, Optional<String> hostname, Optional<String> inventoryNumber) {}
