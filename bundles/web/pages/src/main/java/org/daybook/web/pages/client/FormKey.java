package org.daybook.web.pages.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form carries so that no page of anybody else's can send it. It follows from the token of
 * the address, which nobody else knows: it is the same on every node and after every restart, and
 * nothing needs to be kept.
 */
final class FormKey {
  private static final String ALGORITHM = "HmacSHA256";

  private FormKey() {}

  /** The key of a form with one purpose. */
  static String of(String token, String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] key = mac.doFinal(("csrf:" + purpose).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean fits(String key, String token, String purpose) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), of(token, purpose).getBytes(StandardCharsets.UTF_8));
  }
}
