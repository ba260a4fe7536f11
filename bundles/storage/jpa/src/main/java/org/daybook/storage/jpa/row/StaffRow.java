package org.daybook.storage.jpa.row;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.access.Role;
import org.daybook.api.directory.NoticeMail;
import org.daybook.api.directory.StaffMember;

/** A row of {@code staff_member}. */
@Entity
@Table(name = "staff_member")
public class StaffRow extends VersionedRow<StaffMember> {
  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "staff_role")
  private Role role;

  @Column(name = "email")
  private String email;

  @Column(name = "phone")
  private String phone;

  @Column(name = "department")
  private String department;

  @Column(name = "manager_id")
  private String managerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "notice_mail")
  private NoticeMail noticeMail;

  @Column(name = "day_minutes")
  private Integer dayMinutes;

  @Column(name = "active")
  private boolean active;

  @Override
  protected void copy(StaffMember staffMember) {
    name = staffMember.name();
    role = staffMember.role();
    email = staffMember.email().orElse(null);
    phone = staffMember.phone().orElse(null);
    department = staffMember.department().orElse(null);
    managerId = staffMember.managerId().orElse(null);
    noticeMail = staffMember.noticeMail();
    dayMinutes = staffMember.dayMinutes().orElse(null);
    active = staffMember.active();
  }

  @Override
  public StaffMember value() {
    return StaffMember.builder()
        .id(id())
        .name(name)
        .role(role)
        .email(Optional.ofNullable(email))
        .phone(Optional.ofNullable(phone))
        .department(Optional.ofNullable(department))
        .managerId(Optional.ofNullable(managerId))
        .noticeMail(noticeMail)
        .dayMinutes(Optional.ofNullable(dayMinutes))
        .active(active)
        .version(currentVersion())
        .build();
  }
}
