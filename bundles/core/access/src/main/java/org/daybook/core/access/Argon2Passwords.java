package org.daybook.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106) and checks them. A hash carries its parameters in the PHC
 * string format, so that stronger ones can come later.
 */
final class Argon2Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{8,128})\\$([A-Za-z0-9+/]{8,128})");

  private final SecureRandom random = new SecureRandom();
  private final int memoryKib;
  private final int iterations;
  private final int parallelism;

  /** Each hash takes its memory: strangers who try many passwords at once must not take it all. */
  private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());

  Argon2Passwords(int memoryKib, int iterations, int parallelism) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.parallelism = parallelism;
  }

  /** The least that OWASP's Password Storage Cheat Sheet asks for. */
  static Argon2Passwords recommended() {
    return new Argon2Passwords(19 * 1024, 2, 1);
  }

  /** A hash with a salt of its own. */
  String hash(String password) {
    byte[] salt = random(SALT_BYTES);
    return phc(salt, compute(password, salt, memoryKib, iterations, parallelism, HASH_BYTES));
  }

  /** What no password fits, and what takes as long to find out as with any other hash. */
  String hashOfNoPassword() {
    return phc(random(SALT_BYTES), random(HASH_BYTES));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private String phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            iterations,
            parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /** Whether a hash is this password's; false for a hash that is none. */
  boolean matches(String password, String hash) {
    Matcher parts = PHC.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] actual =
        compute(
            password,
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  private byte[] compute(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    byte[] hash = new byte[length];
    permits.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(parameters);
      generator.generateBytes(bytes(password), hash);
    } finally {
      permits.release();
    }
    return hash;
  }

  /** One text for one password, however a keyboard composes its letters (RFC 8265, section 4). */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }
}
