/** Visits on the board: today, the calendar, and what managers do with a visit. */
package org.daybook.web.pages.board.calendar;
