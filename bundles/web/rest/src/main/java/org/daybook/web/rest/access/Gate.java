package org.daybook.web.rest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Actor;
import org.daybook.api.access.SignedIn;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.ProblemException;

/** Lets a request pass to its route, or says 401 or 403. */
public final class Gate {
  /** What inventory agents and Monit have to read before they send their credentials. */
  private static final String CHALLENGE = "Basic realm=\"Daybook\"";

  /** What the requests of a session prove themselves by that change something. */
  private static final String KEY = "X-Daybook-Key";

  /** Set on requests to a hook whose token is for that very hook. */
  private static final String NAMED_HOOK = Gate.class.getName() + ".namedHook";

  private final Parts parts;

  public Gate(Parts parts) {
    this.parts = parts;
  }

  /** Who is calling a route; empty on routes that need no account. */
  public Optional<Caller> admit(Route route, HttpServletRequest request, String path) {
    return switch (route.guard()) {
      case NONE -> Optional.empty();
      case HOOK_TOKEN -> {
        admitMachine(request, path.substring(path.lastIndexOf('/') + 1));
        yield Optional.empty();
      }
      case ACCOUNT -> Optional.of(admitPerson(route, request));
    };
  }

  private Caller admitPerson(Route route, HttpServletRequest request) {
    refuseForeignPages(request);
    Optional<String> secret = SessionCookie.in(request);
    if (request.getHeader("Authorization") == null && secret.isPresent()) {
      return admitSession(route, request, secret.get());
    }
    Credentials given = credentials(request);
    if (given instanceof Credentials.Basic basic) {
      Actor actor =
          parts
              .accounts()
              .authenticate(basic.user(), basic.password())
              .orElseThrow(() -> unauthenticated("Login or password are wrong."));
      requireRole(route, actor);
      return Caller.byPassword(actor);
    }
    if (token(given).isPresent()) {
      throw ProblemException.of(403, "A token does not open this; log in with an account.");
    }
    throw unauthenticated("The token is not known, was revoked, or has expired.");
  }

  /** Without a challenge: a browser would ask for the password by itself, over whatever is open. */
  private Caller admitSession(Route route, HttpServletRequest request, String secret) {
    SignedIn session =
        parts
            .sessions()
            .find(secret)
            .orElseThrow(() -> ProblemException.of(401, "The session is over; log in again."));
    requireRole(route, session.actor());
    if (!reads(request) && !hasKey(request, session.key())) {
      throw ProblemException.of(
          403,
          "In a session, changes need the header "
              + KEY
              + " with the key that GET /api/v1/session tells.");
    }
    return Caller.bySession(session);
  }

  private static boolean hasKey(HttpServletRequest request, String key) {
    String given = request.getHeader(KEY);
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireRole(Route route, Actor actor) {
    if (!route.roles().contains(actor.role())) {
      throw ProblemException.of(
          403,
          "The role " + actor.role() + " may not " + route.method() + " " + route.template() + ".");
    }
  }

  /** Whether an admitted request is for a hook that an operator named when making its token. */
  public static boolean isForNamedHook(HttpServletRequest request) {
    return request.getAttribute(NAMED_HOOK) != null;
  }

  private void admitMachine(HttpServletRequest request, String hook) {
    AccessToken token =
        token(credentials(request))
            .orElseThrow(
                () -> unauthenticated("The token is not known, was revoked, or has expired."));
    if (token.scopes().contains("hook:" + hook)) {
      request.setAttribute(NAMED_HOOK, true);
    } else if (!token.scopes().contains("hook:*")) {
      throw ProblemException.of(403, "The token has no scope hook:" + hook + ".");
    }
  }

  private Optional<AccessToken> token(Credentials given) {
    String secret =
        given instanceof Credentials.Bearer bearer
            ? bearer.token()
            : ((Credentials.Basic) given).password();
    return secret.isEmpty() ? Optional.empty() : parts.accounts().authenticateToken(secret);
  }

  private static Credentials credentials(HttpServletRequest request) {
    return Credentials.in(request.getHeader("Authorization"))
        .orElseThrow(
            () -> {
              String detail = "Send credentials: HTTP Basic, or for hooks a Bearer token.";
              return isScript(request) ? ProblemException.of(401, detail) : unauthenticated(detail);
            });
  }

  /** Whether a script of a page asks (Fetch Metadata), which says itself what to do now. */
  private static boolean isScript(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    boolean fetches = mode != null && !mode.equals("navigate");
    return request.getHeader("Authorization") == null
        && (fetches || request.getHeader(KEY) != null);
  }

  /** A browser that remembers a password would send it for any page that asks it to. */
  private static void refuseForeignPages(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    if (!reads(request)
        && from != null
        && (from.equals("cross-site") || from.equals("same-site"))) {
      throw ProblemException.of(403, "A page of another site may not do this.");
    }
  }

  private static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static ProblemException unauthenticated(String detail) {
    return new ProblemException(Problem.of(401, detail).withHeader("WWW-Authenticate", CHALLENGE));
  }
}
