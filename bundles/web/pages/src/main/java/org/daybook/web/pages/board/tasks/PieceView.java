package org.daybook.web.pages.board.tasks;

import org.daybook.web.pages.template.SafeHtml;

/**
 * The list alone, for a page that has the rest. The count goes into an element of that page which
 * stays: screen readers say what changes in it, not what comes along with it.
 */
public record PieceView(String count, SafeHtml found) {}
