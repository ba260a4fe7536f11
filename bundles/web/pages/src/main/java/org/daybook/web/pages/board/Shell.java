package org.daybook.web.pages.board;

/**
 * What stands around every page of the board.
 *
 * @param root the way to the root of the server
 * @param styles address of the style sheet
 * @param title of the window
 * @param name of who is logged in
 * @param place which entry of the navigation this is: {@code board}, {@code figures} or blank
 * @param figures whether they may see the figures
 * @param done what has just happened; blank if nothing has
 * @param back the path of this page, to come back to from a button
 */
public record Shell(
    String root,
    String styles,
    String title,
    String name,
    String place,
    boolean figures,
    String done,
    String back) {}
