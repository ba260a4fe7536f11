package org.daybook.web.pages.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.error.FieldError;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;

/**
 * The form that says that a task is missing, as it is shown.
 *
 * @param form its own name: sent twice it is one dispute
 * @param title as it was typed
 * @param text as it was typed
 * @param errors what is wrong, by field; {@code form} if it is about none
 */
public record Claim(String form, String title, String text, Map<String, String> errors) {
  static final int TITLE_LIMIT = 200;
  static final int TEXT_LIMIT = 4000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /** A form that nobody has filled in. */
  static Claim blank() {
    return new Claim(UUID.randomUUID().toString(), "", "", Map.of());
  }

  /** What was sent, with what is wrong with it. */
  static Claim sent(Form form, Words words) {
    String name = form.get("form");
    if (!NAME.matcher(name).matches()) {
      throw new TroubleException(Trouble.FOREIGN_FORM);
    }
    Claim claim = new Claim(name, form.get("title"), form.get("text"), Map.of());
    Map<String, String> errors = new LinkedHashMap<>();
    if (claim.title.isBlank()) {
      errors.put("title", words.get("claim.title.missing"));
    } else if (claim.title.strip().length() > TITLE_LIMIT) {
      errors.put("title", words.get("claim.title.long", length(claim.title)));
    } else if (claim.title.strip().indexOf('\n') >= 0) {
      errors.put("title", words.get("claim.title.bad"));
    }
    if (claim.text.strip().length() > TEXT_LIMIT) {
      errors.put("text", words.get("claim.text.long", length(claim.text)));
    }
    return claim.with(errors);
  }

  private static String length(String text) {
    return String.valueOf(text.strip().length());
  }

  private Claim with(Map<String, String> wrong) {
    return new Claim(form, title, text, Map.copyOf(wrong));
  }

  /** The same, refused for what the platform found. */
  Claim refused(Iterable<FieldError> found, Words words) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (FieldError error : found) {
      boolean known = error.field().equals("title") || error.field().equals("text");
      wrong.put(
          known ? error.field() : "form",
          words.get(known ? "claim." + error.field() + ".bad" : "claim.refused"));
    }
    return with(wrong);
  }

  /** The same, refused as a whole. */
  Claim refused(String why) {
    return with(Map.of("form", why));
  }

  /** Whether nothing is wrong. */
  public boolean isRight() {
    return errors.isEmpty();
  }

  /** The field where its writer goes on; blank if none is wrong. */
  public String firstWrong() {
    return errors.containsKey("title") ? "title" : errors.containsKey("text") ? "text" : "";
  }

  /** What is wrong with a field; blank if nothing is. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /**
   * What the platform is asked for. Its name has the words in it: who goes back in their browser
   * and writes about another task in the same form, means another task.
   */
  DisputeRequest request() {
    String words = title.strip() + "\0" + text.strip();
    return new DisputeRequest(form + "-" + digest(words), title.strip(), text.strip());
  }

  private static String digest(String words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
