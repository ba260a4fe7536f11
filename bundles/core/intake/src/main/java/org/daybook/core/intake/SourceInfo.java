package org.daybook.core.intake;

/**
 * What a source says of itself.
 *
 * @param bundle symbolic name and version
 */
record SourceInfo(String id, String titleRu, String titleEn, String bundle) {}
