package org.daybook.core.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybook.api.error.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the tokens of links: HMAC-SHA-256 (RFC 2104) of what a link is for, so that every attempt
 * gives the same message though no token is stored. The key is made at first need.
 */
final class LinkKey {
  private static final Logger LOG = LoggerFactory.getLogger(LinkKey.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final Path file;
  private volatile byte[] key;

  LinkKey(Path file) {
    this.file = file;
  }

  /**
   * 256 bits that fit into an address.
   *
   * @throws UnavailableException if the key cannot be read or made
   */
  String tokenOf(String link) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      byte[] token = mac.doFinal(link.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    } catch (IOException e) {
      throw new UnavailableException(
          "The key of the links, " + file + ", cannot be used: " + e + ".", e);
    }
  }

  private synchronized byte[] key() throws IOException {
    if (key == null) {
      byte[] bytes = readOrMake();
      if (bytes.length < BYTES) {
        throw new IOException("it has " + bytes.length + " bytes instead of " + BYTES);
      }
      key = bytes;
    }
    return key;
  }

  private byte[] readOrMake() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      make();
      return Files.readAllBytes(file);
    }
  }

  /** The file is there whole or not at all, and never replaced: sent links would open nothing. */
  private void make() throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.createLink(file, draft);
      LOG.info("The key of the links in letters is made: {}", file);
    } catch (FileAlreadyExistsException made) {
      LOG.debug("{} was made meanwhile", file, made);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
