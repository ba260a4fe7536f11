package org.daybook.web.rest.resource;

import java.time.ZoneId;
import java.util.Locale;

/** What counts where a caller says nothing. */
public record Defaults(Locale language, ZoneId zone) {}
