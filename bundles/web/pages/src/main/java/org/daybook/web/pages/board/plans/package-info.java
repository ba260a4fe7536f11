/** The plan of a month on the board. */
package org.daybook.web.pages.board.plans;
