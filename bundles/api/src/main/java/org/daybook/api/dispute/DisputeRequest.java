package org.daybook.api.dispute;

/**
 * What a client writes into the form.
 *
 * @param externalId the form's own name, so that sending it twice opens one dispute; 1 to 100
 *     characters
 * @param title the missing task, 1 to 200 characters
 * @param text more of it, at most 4000 characters; may be blank
 */
public record DisputeRequest(String externalId, String title, String text) {}
