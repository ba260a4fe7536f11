package org.daybook.web.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** What a scraper is told. */
record Answer(int status, String mediaType, Map<String, String> headers, byte[] body) {

  static Answer of(String mediaType, byte[] body) {
    return new Answer(200, mediaType, Map.of(), body);
  }

  /**
   * A problem document (RFC 9457).
   *
   * @param detail our own words, so that nothing in it has to be escaped
   */
  static Answer problem(int status, String title, String detail, Map<String, String> headers) {
    String json =
        "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}".formatted(status, title, detail);
    return new Answer(
        status, "application/problem+json", headers, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes it, to HEAD without the body. */
  void writeTo(HttpServletResponse response, boolean withBody) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    if (status == 204) {
      return;
    }
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    if (withBody) {
      response.getOutputStream().write(body);
    }
  }
}
