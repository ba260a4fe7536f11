package org.daybook.web.rest.body;

import org.daybook.api.directory.AssetKind;
import org.daybook.web.rest.openapi.Required;

/** A piece of equipment. The site, by id or name, may be left out if the client has one. */
public record AssetBody(
    @Required String client,
    String site,
    @Required AssetKind kind,
    @Required String name,
    String hostname,
    String inventoryNumber,
    Boolean retired) {}
