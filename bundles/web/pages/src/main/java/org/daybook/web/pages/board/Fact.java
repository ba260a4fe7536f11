package org.daybook.web.pages.board;

/**
 * One thing that is known of what a page is about.
 *
 * @param href where to read more, or whom to call; blank for nowhere
 * @param tone of the value: {@code bad}, {@code small} for what few read, or blank
 */
public record Fact(String label, String value, String href, String tone) {}
