package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;

/** One of our staff. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryPersonView(String id, String name, Role role, String department) {
  public static DiaryPersonView of(StaffMember member) {
    return new DiaryPersonView(
        member.id(), member.name(), member.role(), member.department().orElse(null));
  }
}
