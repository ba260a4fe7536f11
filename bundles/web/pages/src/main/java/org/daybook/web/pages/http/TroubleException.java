package org.daybook.web.pages.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with the page of a {@link Trouble}. */
public final class TroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Trouble trouble;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  public TroubleException(Trouble trouble) {
    // Expected: nobody looks at where it comes from.
    super(trouble.name(), null, false, false);
    this.trouble = trouble;
  }

  public TroubleException with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public Trouble trouble() {
    return trouble;
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
