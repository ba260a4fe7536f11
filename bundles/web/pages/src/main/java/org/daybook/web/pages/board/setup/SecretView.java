package org.daybook.web.pages.board.setup;

/**
 * A token that was just made.
 *
 * @param secret which nobody can find out any more once this page is gone
 * @param scopes in words
 * @param calendar address of the feed; blank if it is for something else
 */
public record SecretView(Link up, String name, String secret, String scopes, String calendar) {}
