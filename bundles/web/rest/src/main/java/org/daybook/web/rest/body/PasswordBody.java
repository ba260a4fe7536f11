package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** Another password for an account. */
public record PasswordBody(@Required String password) {}
