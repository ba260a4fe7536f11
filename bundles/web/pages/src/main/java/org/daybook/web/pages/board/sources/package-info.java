/** The board's page about sources, sections and channels. */
package org.daybook.web.pages.board.sources;
