package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.daybook.api.access.Role;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FirstAdministratorTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private Path file;

  @Before
  public void findFile() {
    file = folder.getRoot().toPath().resolve("initial-admin-password");
  }

  @Test
  public void withoutAGivenPasswordARandomOneIsInAFileForTheOwnerOnly() throws Exception {
    AccountService accounts = start(Optional.empty());
    String password = Files.readString(file).strip();
    assertThat(password).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(accounts.authenticate("admin", password).orElseThrow().role()).isEqualTo(Role.ADMIN);
  }

  @Test
  public void aGivenPasswordIsUsedAndWrittenNowhere() {
    AccountService accounts = start(Optional.of("given"));
    assertThat(file).doesNotExist();
    assertThat(accounts.authenticate("admin", "given").orElseThrow().name())
        .isEqualTo("Administrator");
  }

  @Test
  public void aSecondStartChangesNothing() throws Exception {
    AccountService first = start(Optional.empty());
    String password = Files.readString(file).strip();
    Files.delete(file);
    AccountService second = start(Optional.of("another password"));
    assertThat(file).doesNotExist();
    assertThat(second.authenticate("admin", "another password")).isEmpty();
    assertThat(second.authenticate("admin", password))
        .isEqualTo(first.authenticate("admin", password))
        .isPresent();
    assertThat(store.<Long>read(tx -> tx.accounts().count(AccountQuery.everything()))).isEqualTo(1);
  }

  @Test
  public void accountsOfOthersThatAreMadeMeanwhileLeaveNobodyOut() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.accounts().insert(Examples.account());
        });
    AccountService accounts = start(Optional.of("given"));
    assertThat(accounts.authenticate("admin", "given")).isPresent();
  }

  @Test
  public void anInstallationWithAnAdministratorGetsNoOther() {
    store.prepare(
        tx -> {
          Examples.directory(tx);
          tx.accounts().insert(Examples.account().toBuilder().staffId(Examples.ADMIN.id()).build());
        });
    AccountService accounts = start(Optional.of("another password"));
    assertThat(accounts.authenticate("admin", "another password")).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  public void aFileThatIsLeftOverIsReplaced() throws Exception {
    Files.writeString(file, "left over");
    start(Optional.empty());
    assertThat(Files.readString(file)).doesNotContain("left over");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  public void aPasswordThatCannotBeWrittenLocksNobodyOut() throws Exception {
    Files.createDirectories(file.resolve("in the way"));
    AccountService accounts = start(Optional.empty());
    assertThat(store.<Long>read(tx -> tx.accounts().count(AccountQuery.everything()))).isZero();
    assertThat(store.<Long>read(tx -> tx.staff().count(StaffQuery.everything()))).isZero();

    Files.delete(file.resolve("in the way"));
    assertThat(accounts.authenticate("admin", "guess")).isEmpty();
    assertThat(accounts.authenticate("admin", Files.readString(file).strip())).isPresent();
  }

  @Test
  public void whoComesBeforeTheAccountIsMadeHasItMade() {
    List<Runnable> background = new ArrayList<>();
    AccountService accounts = start(Optional.of("given"), background::add);
    assertThat(background).hasSize(1);
    assertThat(accounts.authenticate("admin", "given")).isPresent();
    background.forEach(Runnable::run);
    assertThat(accounts.authenticate("admin", "given")).isPresent();
    assertThat(store.<Long>read(tx -> tx.accounts().count(AccountQuery.everything()))).isEqualTo(1);
  }

  @Test
  public void theAccountIsMadeWithoutAnybodyComing() {
    List<Runnable> background = new ArrayList<>();
    start(Optional.empty(), background::add);
    assertThat(file).doesNotExist();
    background.forEach(Runnable::run);
    assertThat(file).isNotEmptyFile();
  }

  @Test
  public void aDatabaseThatDoesNotAnswerDelaysTheAdministrator() {
    store.failing(true);
    AccountService accounts = start(Optional.of("given"));
    store.failing(false);
    assertThat(accounts.authenticate("admin", "given")).isPresent();
  }

  private AccountService start(Optional<String> password) {
    return start(password, Runnable::run);
  }

  private AccountService start(Optional<String> password, Executor background) {
    Argon2Passwords passwords = new Argon2Passwords(64, 1, 1);
    return new AccountService(
        store, clock, passwords, password, folder.getRoot().toPath(), background);
  }
}
