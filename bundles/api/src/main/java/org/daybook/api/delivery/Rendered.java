package org.daybook.api.delivery;

/** A report in one format. */
public record Rendered(String format, String mediaType, byte[] body) {}
