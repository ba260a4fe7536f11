package org.daybook.storage.jpa.row;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.access.Account;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
public class AccountRow extends VersionedRow<Account> {
  @Column(name = "login")
  private String login;

  @Concealed
  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "staff_id")
  private String staffId;

  @Column(name = "enabled")
  private boolean enabled;

  @Override
  protected void copy(Account account) {
    login = account.login();
    passwordHash = account.passwordHash();
    staffId = account.staffId();
    enabled = account.enabled();
  }

  @Override
  public Account value() {
    return Account.builder()
        .id(id())
        .login(login)
        .passwordHash(passwordHash)
        .staffId(staffId)
        .enabled(enabled)
        .version(currentVersion())
        .build();
  }
}
