package org.daybook.web.pages.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form carries so that no page of anybody else's can send it. It follows from something that
 * nobody else knows, such as the token of the address: it is the same on every node and after every
 * restart, and nothing needs to be kept.
 */
public final class FormKey {
  private static final String ALGORITHM = "HmacSHA256";

  private FormKey() {}

  /** The key of a form with one purpose. */
  public static String of(String secret, String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] key = mac.doFinal(("csrf:" + purpose).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static boolean fits(String key, String secret, String purpose) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), of(secret, purpose).getBytes(StandardCharsets.UTF_8));
  }
}
