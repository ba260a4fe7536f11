package org.daybook.api.report;

import java.util.Optional;

/**
 * A section that is there now.
 *
 * @param place position in the report, from 1
 * @param bundle symbolic name and version of its bundle
 * @param lastFault what went wrong the last time since this node started, in a sentence
 */
public record SectionStatus(
    String id,
    String titleRu,
    String titleEn,
    int place,
    String bundle,
    Optional<String> lastFault) {}
