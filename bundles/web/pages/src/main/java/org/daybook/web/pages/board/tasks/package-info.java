/** The board's pages about tasks: the list across clients, one task, a new one. */
package org.daybook.web.pages.board.tasks;
