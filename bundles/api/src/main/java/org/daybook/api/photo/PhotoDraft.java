package org.daybook.api.photo;

/**
 * What somebody says of a photo.
 *
 * @param caption what is to be seen, for the client; at most 300 characters, may be blank
 * @param inReport whether the client's report shows it
 */
public record PhotoDraft(String caption, boolean inReport) {}
