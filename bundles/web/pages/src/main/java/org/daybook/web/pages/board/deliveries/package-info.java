/** The board's pages about deliveries of reports, and letters that are no reports. */
package org.daybook.web.pages.board.deliveries;
