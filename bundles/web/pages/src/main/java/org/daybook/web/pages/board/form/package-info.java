/** Forms of the board, and what is said of one that was not right. */
package org.daybook.web.pages.board.form;
