package org.daybook.web.rest.body;

import org.daybook.api.directory.AssetKind;
import org.daybook.web.rest.openapi.Required;

/** A piece of equipment that was found at the site of a visit. */
public record FoundAssetBody(
    @Required AssetKind kind, @Required String name, String hostname, String inventoryNumber) {}
