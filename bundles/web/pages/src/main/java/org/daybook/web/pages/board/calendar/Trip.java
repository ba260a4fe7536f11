package org.daybook.web.pages.board.calendar;

/**
 * A visit in the calendar.
 *
 * @param time when it begins, on the client's wall
 * @param client whose; with the place if they have several
 * @param who comes
 * @param what it is and where it stands, in words
 * @param tone of its state; {@code draft} while it is only proposed
 * @param sign that says the state without colour
 * @param href its page
 * @param move address of the form that moves it; blank if it cannot be moved
 */
public record Trip(
    String id,
    String time,
    String client,
    String who,
    String what,
    String tone,
    String sign,
    String href,
    String move) {}
