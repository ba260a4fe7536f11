package org.daybook.api.error;

import java.io.Serializable;

/**
 * One thing wrong with one field of the input (RFC 9457, member {@code errors}).
 *
 * @param field the field as the sender names it, nested ones with dots: {@code alerts[1].startsAt}
 * @param message what is wrong, for a person
 */
public record FieldError(String field, String message) implements Serializable {}
