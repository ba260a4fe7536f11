package org.daybook.web.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.daybook.api.access.Accounts;
import org.daybook.api.delivery.CalendarWriter;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /calendar/TOKEN.ics}. The token is all that a calendar program can carry; whatever
 * opens nothing is answered alike.
 */
@Component(service = Servlet.class, configurationPid = Settings.PID)
@Designate(ocd = Config.class)
@HttpWhiteboardServletName("daybook-calendar")
@HttpWhiteboardServletPattern("/calendar/*")
public final class CalendarServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CalendarServlet.class);
  private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{1,128})\\.ics");
  private static final int TOO_MANY_REQUESTS = 429;

  private final transient Settings settings;
  private final transient Feeds feeds;
  private final transient Limit reads;
  private final transient Limit strangers;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  transient volatile Store store;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  transient volatile Accounts accounts;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  transient volatile CalendarWriter writer;

  @Activate
  public CalendarServlet(@Reference Clock clock, Config config) {
    this(clock, Settings.of(config));
  }

  CalendarServlet(Clock clock, Settings settings) {
    this.settings = settings;
    this.feeds = new Feeds(settings, clock);
    this.reads = new Limit(settings.readsPerMinute(), clock);
    this.strangers = new Limit(settings.strangersPerMinute(), clock);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Only for reading.");
      return;
    }
    try {
      answer(request, response);
    } catch (UnavailableException e) {
      response.setHeader("Retry-After", String.valueOf(settings.retryAfterSeconds()));
      refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Not now.");
    } catch (RuntimeException e) {
      LOG.error("A calendar feed failed", e);
      refuse(request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "It failed.");
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Matcher named = PATH.matcher(path);
    String token = named.matches() ? named.group(1) : "";
    long wait = token.isEmpty() ? 0 : reads.take(token);
    if (wait > 0) {
      tooMany(request, response, wait);
      return;
    }
    Optional<byte[]> feed = token.isEmpty() ? Optional.empty() : feed(token);
    if (feed.isPresent()) {
      send(request, response, feed.get());
      return;
    }
    long strangersWait = strangers.take(request.getRemoteAddr());
    if (strangersWait > 0) {
      tooMany(request, response, strangersWait);
    } else {
      refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "There is no such calendar.");
    }
  }

  private Optional<byte[]> feed(String token) {
    Store there = required(store);
    CalendarWriter writes = required(writer);
    return required(accounts)
        .authenticateToken(token)
        .flatMap(Owner::of)
        .flatMap(owner -> there.read(tx -> feeds.of(tx, owner)))
        .map(calendar -> writes.write(calendar).getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T required(T part) {
    if (part == null) {
      throw new UnavailableException("A part of the platform is not there.");
    }
    return part;
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, byte[] feed)
      throws IOException {
    String tag = tag(feed);
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, no-cache");
    if (isKnown(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader("Content-Disposition", "inline; filename=\"visits.ics\"");
    write(request, response, "text/calendar; charset=utf-8", feed);
  }

  /** Compares weakly, as RFC 9110, section 13.1.2, has it. */
  private static boolean isKnown(String header, String tag) {
    return header != null
        && Arrays.stream(header.split(",", -1))
            .map(String::strip)
            .map(each -> each.startsWith("W/") ? each.substring(2) : each)
            .anyMatch(each -> each.equals("*") || each.equals(tag));
  }

  private static String tag(byte[] feed) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(feed);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void tooMany(HttpServletRequest request, HttpServletResponse response, long wait)
      throws IOException {
    response.setHeader("Retry-After", String.valueOf(wait));
    refuse(request, response, TOO_MANY_REQUESTS, "Too often.");
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    write(
        request,
        response,
        "text/plain; charset=utf-8",
        (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }
}
