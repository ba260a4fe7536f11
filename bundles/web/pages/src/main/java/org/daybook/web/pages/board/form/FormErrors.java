package org.daybook.web.pages.board.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.error.DaybookException;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;

/**
 * What is wrong with a form that was sent, in words for whoever sent it. Nothing was changed.
 *
 * <p>The words are looked for beside the page first: {@code wrong.FIELD} for a field, {@code
 * wrong.refused} for what the state does not allow, {@code wrong.stale} for what somebody else
 * changed meanwhile. What is not there is said by the words of this package.
 */
public final class FormErrors {
  /** Nothing is wrong. */
  public static final FormErrors NONE = new FormErrors(200, Map.of());

  /** What a page itself says of a field that has no day and time in it. */
  public static final String NO_MOMENT = "must be a day and a time";

  private static final String WHOLE = "";
  private static final Pattern TOO_LONG = Pattern.compile("must have at most (\\d+) .*");

  private final int status;
  private final Map<String, String> texts;

  private FormErrors(int status, Map<String, String> texts) {
    this.status = status;
    this.texts = texts;
  }

  /**
   * What a service said to a form. What is not about the form is thrown again: that there is no
   * such thing, or that it is not theirs.
   *
   * @param words of the page
   */
  public static FormErrors of(DaybookException thrown, Words words) {
    return switch (thrown.category()) {
      case INVALID_INPUT -> of((InvalidInputException) thrown, words);
      case REFUSED -> whole(409, said("wrong.refused", thrown.getMessage(), words));
      case STALE -> whole(409, said("wrong.stale", "", words));
      case UNAVAILABLE -> whole(503, said("wrong.unavailable", "", words));
      default -> throw thrown;
    };
  }

  private static FormErrors of(InvalidInputException thrown, Words words) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FieldError error : thrown.errors()) {
      texts.putIfAbsent(error.field(), said(error, words));
    }
    return new FormErrors(422, texts);
  }

  /** That the whole was refused, in the words of the page. */
  public static FormErrors refusal(int status, String text) {
    return whole(status, text);
  }

  private static FormErrors whole(int status, String text) {
    return new FormErrors(status, Map.of(WHOLE, text));
  }

  private static String said(FieldError error, Words words) {
    if (error.message().startsWith("is required") || error.message().startsWith("is missing")) {
      return said("wrong.required", "", words);
    }
    if (error.message().equals(NO_MOMENT)) {
      return said("wrong.moment", "", words);
    }
    Matcher tooLong = TOO_LONG.matcher(error.message());
    if (tooLong.matches()) {
      return said("wrong.long", Integer.valueOf(tooLong.group(1)), words);
    }
    String own = "wrong." + error.field().replaceAll("\\[\\d+]", "");
    return said(words.getOr(own, "").isEmpty() ? "wrong.other" : own, error.message(), words);
  }

  /** The text of a key, where {@code {x}} is what the service said. */
  private static String said(String key, Object value, Words words) {
    Words known = words.getOr(key, "").isEmpty() ? words.of(FormErrors.class) : words;
    return known.get(key, value);
  }

  /** The same with one more that the page found by itself; the first about a field counts. */
  public FormErrors with(String field, String text) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.putIfAbsent(field, text);
    return new FormErrors(Math.max(status, 422), more);
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** What is wrong with a field; blank if nothing is. */
  public String of(String field) {
    return texts.getOrDefault(field, "");
  }

  /** The first of some fields with which something is wrong; blank if there is none. */
  public String firstOf(Collection<String> fields) {
    return fields.stream().filter(texts::containsKey).findFirst().orElse("");
  }

  /**
   * What is wrong with none of some fields: with the whole, or with what the form does not have.
   */
  public List<String> besides(Collection<String> fields) {
    return texts.entrySet().stream()
        .filter(error -> !fields.contains(error.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The page that shows the form again, with the status that says that it was not taken. */
  public Answer on(Answer page) {
    return isEmpty() ? page : new Answer(status, page.headers(), page.body());
  }
}
