/** The board's page with all notices. */
package org.daybook.web.pages.board.notices;
