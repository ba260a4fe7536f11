/** Words for tests. */
package org.daybook.web.pages.board.labels;
