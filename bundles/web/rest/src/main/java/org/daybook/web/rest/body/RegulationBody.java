package org.daybook.web.rest.body;

import java.util.List;
import org.daybook.api.directory.AssetKind;
import org.daybook.web.rest.openapi.Required;

/** What is done on a type of equipment; an item is mandatory unless it says otherwise. */
public record RegulationBody(
    @Required AssetKind kind, @Required List<RegulationItemBody> items, Boolean active) {}
