package org.daybook.web.rest.body;

import org.daybook.api.access.Role;
import org.daybook.api.directory.NoticeMail;
import org.daybook.web.rest.openapi.Required;

/** A member of staff. */
public record StaffBody(
    @Required String name,
    @Required Role role,
    String email,
    String phone,
    String department,
    String manager,
    NoticeMail noticeMail,
    Boolean active,
    Integer dayMinutes) {}
