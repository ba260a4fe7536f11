package org.daybook.web.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.AccessToken;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /metrics}, for a token with the scope {@code metrics}: as Bearer, or as the password
 * of Basic for scrapers that know nothing else.
 */
@Component(service = Servlet.class, configurationPid = MetricsConfig.PID)
@Designate(ocd = MetricsConfig.class)
@HttpWhiteboardServletName("daybook-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServlet.class);
  private static final String SCOPE = "metrics";
  private static final String ALLOW = "GET, HEAD, OPTIONS";

  private final transient Parts parts;
  private final transient ZoneId zone;
  private final transient MonthFigures month = new MonthFigures();
  private final String retryAfterSeconds;

  @Activate
  public MetricsServlet(@Reference Parts parts, MetricsConfig config) {
    this.parts = parts;
    this.zone = zone(config.zone());
    if (config.retryAfterSeconds() < 0) {
      throw new IllegalArgumentException(
          MetricsConfig.PID
              + ": retryAfterSeconds must not be negative, is "
              + config.retryAfterSeconds());
    }
    this.retryAfterSeconds = Integer.toString(config.retryAfterSeconds());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(MetricsConfig.PID + ": zone is no time zone: " + name, e);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    answer(request).writeTo(response, !request.getMethod().equals("HEAD"));
  }

  private Answer answer(HttpServletRequest request) {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        // said below
      }
      case "OPTIONS" -> {
        return new Answer(204, "", Map.of("Allow", ALLOW), new byte[0]);
      }
      default -> {
        return Answer.problem(
            405, "Method Not Allowed", "Metrics can only be read.", Map.of("Allow", ALLOW));
      }
    }
    Parts.Present present = parts.present();
    try {
      present.requireAll();
      return admitted(present, request);
    } catch (DaybookException e) {
      if (e.category() == Category.UNAVAILABLE) {
        return unavailable();
      }
      return failed(e);
    } catch (RuntimeException e) {
      return present.equals(parts.present()) ? failed(e) : unavailable();
    }
  }

  private Answer admitted(Parts.Present present, HttpServletRequest request) {
    Optional<AccessToken> token =
        secret(request.getHeader("Authorization")).flatMap(present.access()::authenticateToken);
    if (token.isEmpty()) {
      return Answer.problem(
          401,
          "Unauthorized",
          "A token with the scope metrics is needed.",
          Map.of("WWW-Authenticate", "Basic realm=\"Daybook\""));
    }
    if (!token.get().scopes().contains(SCOPE)) {
      return Answer.problem(403, "Forbidden", "The token has no scope metrics.", Map.of());
    }
    return Answer.of(Text.MEDIA_TYPE, Text.of(new Measurement(present, zone, month).taken()));
  }

  private Answer unavailable() {
    return Answer.problem(
        503,
        "Service Unavailable",
        "A part of Daybook is missing at the moment. Please try again later.",
        Map.of("Retry-After", retryAfterSeconds));
  }

  private static Answer failed(RuntimeException e) {
    String id = UUID.randomUUID().toString();
    LOG.error("Metrics failed unexpectedly, error {}", id, e);
    return Answer.problem(
        500,
        "Internal Server Error",
        "Something went wrong here. The operator finds it by this id: " + id,
        Map.of());
  }

  private static Optional<String> secret(String header) {
    String[] words = header == null ? new String[0] : header.strip().split(" +", 2);
    if (words.length < 2) {
      return Optional.empty();
    }
    Optional<String> secret =
        switch (words[0].toLowerCase(Locale.ROOT)) {
          case "bearer" -> Optional.of(words[1]);
          case "basic" -> password(words[1]);
          default -> Optional.empty();
        };
    return secret.filter(text -> !text.isBlank());
  }

  private static Optional<String> password(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
