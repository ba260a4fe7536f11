package org.daybook.web.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.daybook.api.directory.Contact;

/** Whom to ask and to call at a client. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiaryContactView(
    String name, String position, String phone, String email, boolean responsible) {
  public static DiaryContactView of(Contact contact) {
    return new DiaryContactView(
        contact.name(),
        contact.position().orElse(null),
        contact.phone().orElse(null),
        contact.email().orElse(null),
        contact.responsible());
  }
}
