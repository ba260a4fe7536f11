package org.daybook.web.rest.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.daybook.web.rest.json.Json;

/**
 * A whole answer, held back until it is certain that it is true.
 *
 * @param headers by name as they were set
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
  public static Answer of(Problem problem) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Content-Type", List.of(Problem.MEDIA_TYPE));
    problem.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Answer(problem.status(), headers, Json.write(problem.members()));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  public Answer withHeader(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put(name, List.of(value));
    return new Answer(status, all, body);
  }

  public void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase("Content-Length")) {
        continue;
      }
      boolean first = true;
      for (String value : header.getValue()) {
        if (first) {
          response.setHeader(header.getKey(), value);
        } else {
          response.addHeader(header.getKey(), value);
        }
        first = false;
      }
    }
    if (status != HttpServletResponse.SC_NO_CONTENT) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
