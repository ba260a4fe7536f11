/** The board's set-up pages: what Daybook knows of clients and staff, regulations and tokens. */
package org.daybook.web.pages.board.setup;
