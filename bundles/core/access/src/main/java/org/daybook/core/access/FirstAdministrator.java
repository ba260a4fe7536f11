package org.daybook.core.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.Store;
import org.daybook.api.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@code admin} in an installation that no administrator can log in to. Other
 * accounts may be there already: it is made beside the start, and others are made then as well.
 */
final class FirstAdministrator {
  static final String FILE = "initial-admin-password";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final Actor SETUP = Actor.system("setup");
  private static final int SHORT = 12;

  private final Store store;
  private final Argon2Passwords passwords;
  private final TokenSecrets secrets;
  private final Optional<String> givenPassword;
  private final Path file;
  private volatile boolean done;

  FirstAdministrator(
      Store store,
      Argon2Passwords passwords,
      TokenSecrets secrets,
      Optional<String> givenPassword,
      Path etc) {
    this.store = store;
    this.passwords = passwords;
    this.secrets = secrets;
    this.givenPassword = givenPassword;
    this.file = etc.resolve(FILE);
  }

  /**
   * Makes the account once; harmless to repeat. While the database does not answer, or the password
   * cannot be written, nothing happens, and the next call tries again.
   */
  synchronized void makeIfNeeded() {
    if (done) {
      return;
    }
    try {
      if (store.read(FirstAdministrator::hasNoAdministrator)) {
        make();
      }
      done = true;
    } catch (UnavailableException e) {
      LOG.warn("The first administrator has to wait: {}", e.getMessage());
    }
  }

  private void make() {
    String password = givenPassword.orElseGet(secrets::next);
    String hash = passwords.hash(password);
    try {
      if (store.inTransaction(SETUP, tx -> hasNoAdministrator(tx) && insert(tx, hash, password))) {
        tellWhere(password);
      }
    } catch (RefusedException e) {
      // Another node on the same database was faster, and has written its own file.
      forgetPassword();
    }
  }

  private boolean insert(Transaction tx, String hash, String password) {
    StaffMember administrator =
        tx.staff()
            .insert(
                StaffMember.builder()
                    .id(tx.newId())
                    .name("Administrator")
                    .role(Role.ADMIN)
                    .build());
    tx.accounts()
        .insert(
            Account.builder()
                .id(tx.newId())
                .login("admin")
                .passwordHash(hash)
                .staffId(administrator.id())
                .build());
    if (givenPassword.isEmpty()) {
      // Before the commit: an account whose password nobody can read would lock everybody out.
      write(password);
    }
    return true;
  }

  private static boolean hasNoAdministrator(Transaction tx) {
    return tx.staff().all(StaffQuery.builder().addRoles(Role.ADMIN).build()).stream()
        .map(StaffMember::id)
        .map(id -> AccountQuery.builder().staffId(id).build())
        .allMatch(query -> tx.accounts().first(query).isEmpty());
  }

  private void tellWhere(String password) {
    if (givenPassword.isEmpty()) {
      LOG.info("Made the account admin; its password is in {}. Delete that file.", file);
      return;
    }
    LOG.info("Made the account admin with the password in DAYBOOK_ADMIN_PASSWORD.");
    if (password.length() < SHORT) {
      LOG.warn("DAYBOOK_ADMIN_PASSWORD has fewer than {} characters: choose another.", SHORT);
    }
  }

  private void write(String password) {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      try (WritableByteChannel out =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              onlyForTheOwner())) {
        ByteBuffer line = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          out.write(line);
        }
      }
    } catch (IOException e) {
      throw new UnavailableException("Cannot write " + file + ": " + e, e);
    }
  }

  private void forgetPassword() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}, whose password is not in use: {}", file, e.toString());
    }
  }

  private static FileAttribute<?>[] onlyForTheOwner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
