package org.daybook.web.rest.access;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Actor;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.Problem;
import org.daybook.web.rest.http.ProblemException;

/** Lets a request pass to its route, or says 401 or 403. */
public final class Gate {
  /** What inventory agents and Monit have to read before they send their credentials. */
  private static final String CHALLENGE = "Basic realm=\"Daybook\"";

  private final Parts parts;

  public Gate(Parts parts) {
    this.parts = parts;
  }

  /** Who is calling a route; empty on routes that need no account. */
  public Optional<Caller> admit(Route route, HttpServletRequest request, String path) {
    return switch (route.guard()) {
      case NONE -> Optional.empty();
      case HOOK_TOKEN -> {
        admitMachine(path.substring(path.lastIndexOf('/') + 1), credentials(request));
        yield Optional.empty();
      }
      case ACCOUNT -> Optional.of(admitPerson(route, request));
    };
  }

  private Caller admitPerson(Route route, HttpServletRequest request) {
    refuseForeignPages(request);
    Credentials given = credentials(request);
    if (given instanceof Credentials.Basic basic) {
      Actor actor =
          parts
              .accounts()
              .authenticate(basic.user(), basic.password())
              .orElseThrow(() -> unauthenticated("Login or password are wrong."));
      if (!route.roles().contains(actor.role())) {
        throw ProblemException.of(
            403,
            "The role "
                + actor.role()
                + " may not "
                + route.method()
                + " "
                + route.template()
                + ".");
      }
      return new Caller(actor);
    }
    if (token(given).isPresent()) {
      throw ProblemException.of(403, "A token does not open this; log in with an account.");
    }
    throw unauthenticated("The token is not known, was revoked, or has expired.");
  }

  private void admitMachine(String hook, Credentials given) {
    AccessToken token =
        token(given)
            .orElseThrow(
                () -> unauthenticated("The token is not known, was revoked, or has expired."));
    if (!token.scopes().contains("hook:" + hook) && !token.scopes().contains("hook:*")) {
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
            () -> unauthenticated("Send credentials: HTTP Basic, or for hooks a Bearer token."));
  }

  /** A browser that remembers a password would send it for any page that asks it to. */
  private static void refuseForeignPages(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!reads && from != null && (from.equals("cross-site") || from.equals("same-site"))) {
      throw ProblemException.of(403, "A page of another site may not do this.");
    }
  }

  private static ProblemException unauthenticated(String detail) {
    return new ProblemException(Problem.of(401, detail).withHeader("WWW-Authenticate", CHALLENGE));
  }
}
