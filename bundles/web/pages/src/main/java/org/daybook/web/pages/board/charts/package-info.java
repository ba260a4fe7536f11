/** Pictures for those who would rather look than read, each with a table behind. */
package org.daybook.web.pages.board.charts;
