package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/**
 * Whose a signal is.
 *
 * @param client id or code
 * @param asset id, hostname or inventory number of the equipment; may be left out
 */
public record SignalBody(@Required String client, String asset) {}
