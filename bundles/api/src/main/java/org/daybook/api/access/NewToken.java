package org.daybook.api.access;

/**
 * A token just made; the only moment at which its secret is known.
 *
 * @param token what is kept
 * @param secret what the machine sends as {@code Authorization: Bearer}
 */
public record NewToken(AccessToken token, String secret) {}
