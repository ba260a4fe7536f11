/** The board: what the staff look at. */
package org.daybook.web.pages.board;
