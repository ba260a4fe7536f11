package org.daybook.web.rest.view;

import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;

/** A client. */
public record ClientView(
    String id,
    String code,
    String name,
    ServicePlan plan,
    String language,
    String zone,
    boolean reviewFirst,
    String engineer,
    String engineerName,
    String manager,
    String managerName,
    boolean active,
    long version)
    implements Versioned {
  public static ClientView of(Client client, Names names) {
    return new ClientView(
        client.id(),
        client.code(),
        client.name(),
        client.plan(),
        client.language().toLanguageTag(),
        client.zone().getId(),
        client.reviewFirst(),
        client.engineerId().orElse(null),
        names.staff(client.engineerId()),
        client.managerId().orElse(null),
        names.staff(client.managerId()),
        client.active(),
        client.version());
  }
}
