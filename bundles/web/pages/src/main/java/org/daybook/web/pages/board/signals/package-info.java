/** The board's pages about signals of no known client. */
package org.daybook.web.pages.board.signals;
