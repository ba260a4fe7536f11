/** The cards of clients. */
package org.daybook.web.pages.board.clients;
