package org.daybook.web.rest.body;

/** What to change of a photo; what is left out stays. */
public record PhotoPatch(Boolean inReport, String caption) {}
