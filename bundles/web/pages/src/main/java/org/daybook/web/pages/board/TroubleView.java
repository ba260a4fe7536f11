package org.daybook.web.pages.board;

/**
 * What the page of a trouble shows.
 *
 * @param styles address of the style sheet
 * @param back address of the board
 * @param incident under which the log says more; blank if it does not
 */
public record TroubleView(String styles, String title, String text, String back, String incident) {}
