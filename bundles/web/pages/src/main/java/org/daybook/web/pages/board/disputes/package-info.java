/** The board's pages about disputes. */
package org.daybook.web.pages.board.disputes;
