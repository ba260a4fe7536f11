package org.daybook.storage.jpa.row;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;

/** A row of {@code client}. */
@Entity
@Table(name = "client")
public class ClientRow extends VersionedRow<Client> {
  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "service_plan")
  private ServicePlan plan;

  @Column(name = "language")
  private String language;

  @Column(name = "time_zone")
  private String zone;

  @Column(name = "review_first")
  private boolean reviewFirst;

  @Column(name = "engineer_id")
  private String engineerId;

  @Column(name = "manager_id")
  private String managerId;

  @Column(name = "active")
  private boolean active;

  @Shadow
  @Column(name = "code_lower")
  private String codeLower;

  @Shadow
  @Column(name = "name_lower")
  private String nameLower;

  @Override
  protected void copy(Client client) {
    code = client.code();
    name = client.name();
    plan = client.plan();
    language = client.language().toLanguageTag();
    zone = client.zone().getId();
    reviewFirst = client.reviewFirst();
    engineerId = client.engineerId().orElse(null);
    managerId = client.managerId().orElse(null);
    active = client.active();
    codeLower = Shadows.lowerCase(code);
    nameLower = Shadows.lowerCase(name);
  }

  @Override
  public Client value() {
    return Client.builder()
        .id(id())
        .code(code)
        .name(name)
        .plan(plan)
        .language(Locale.forLanguageTag(language))
        .zone(ZoneId.of(zone))
        .reviewFirst(reviewFirst)
        .engineerId(Optional.ofNullable(engineerId))
        .managerId(Optional.ofNullable(managerId))
        .active(active)
        .version(currentVersion())
        .build();
  }
}
