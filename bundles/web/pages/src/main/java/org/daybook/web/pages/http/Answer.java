package org.daybook.web.pages.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** A whole answer, made before anything of it is sent. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String COOKIE = "Set-Cookie";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A page. */
  public static Answer html(int status, String language, String page) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8", "Content-Language", language),
        page.getBytes(StandardCharsets.UTF_8));
  }

  /** The browser is to GET another address, so that reloading repeats nothing (RFC 9110, 303). */
  public static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), new byte[0]);
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /** The same with one more cookie: the one header that is there for each. */
  public Answer withCookie(String cookie) {
    String before = headers.get(COOKIE);
    return with(COOKIE, before == null ? cookie : before + "\n" + cookie);
  }

  /**
   * Sends it.
   *
   * @param withBody false for HEAD, which tells the length of a body that does not come
   */
  public void writeTo(HttpServletResponse response, boolean withBody) throws IOException {
    response.setStatus(status);
    headers.forEach(
        (name, value) -> {
          if (name.equals(COOKIE)) {
            value.lines().forEach(cookie -> response.addHeader(COOKIE, cookie));
          } else {
            response.setHeader(name, value);
          }
        });
    response.setContentLength(body.length);
    if (withBody) {
      response.getOutputStream().write(body);
    }
  }
}
