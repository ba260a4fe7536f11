package org.daybook.web.rest.body;

import org.daybook.web.rest.openapi.Required;

/** Something to say about a task. */
public record CommentBody(@Required String text) {}
