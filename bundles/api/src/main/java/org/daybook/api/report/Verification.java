package org.daybook.api.report;

/**
 * What came of checking a stored report against its hash.
 *
 * @param intact whether the snapshot has the hash that was stored with it
 */
public record Verification(
    String reportId, String number, int revision, String sha256, boolean intact) {}
