package org.daybook.web.pages.client;

/**
 * What the page of a trouble shows.
 *
 * @param styles address of the style sheet
 * @param asks whether it says whom to ask
 * @param help what the operator wants it to say besides; may be blank
 * @param back address of the page to go back to; blank if there is none
 * @param incident under which the log says more; blank if it does not
 */
public record TroubleView(
    String styles,
    String title,
    String text,
    boolean asks,
    String help,
    String back,
    String incident) {}
