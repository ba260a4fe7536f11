package org.daybook.web.rest.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.NewSession;
import org.daybook.api.access.Role;
import org.daybook.api.access.Session;
import org.daybook.api.access.Sessions;
import org.daybook.api.access.SignedIn;
import org.daybook.api.error.NotFoundException;
import org.daybook.testkit.Examples;

/** Sessions in a map, by their secret; the key is told by it. */
public final class FakeSessions implements Sessions {
  private final FakeAccounts accounts;
  private final Map<String, NewSession> live = new LinkedHashMap<>();
  private int begun;

  FakeSessions(FakeAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<NewSession> begin(String login, String password, boolean keep, String device) {
    return accounts.authenticate(login, password).map(actor -> begin(actor, keep, device));
  }

  private NewSession begin(Actor actor, boolean keep, String device) {
    String id = "session-" + ++begun;
    Session session =
        Examples.session().toBuilder()
            .id(id)
            .staffId(actor.id())
            .hash("hash of " + id)
            .device(device)
            .kept(keep)
            .version(1)
            .build();
    String secret = "secret-of-" + id;
    NewSession made = new NewSession(session, secret, new SignedIn(actor, id, "key of " + id));
    live.put(secret, made);
    return made;
  }

  @Override
  public Optional<SignedIn> find(String secret) {
    return look(secret);
  }

  @Override
  public Optional<SignedIn> look(String secret) {
    return Optional.ofNullable(live.get(secret)).map(NewSession::signedIn);
  }

  @Override
  public void end(String secret) {
    live.remove(secret);
  }

  @Override
  public List<Session> of(Actor actor) {
    return live.values().stream()
        .map(NewSession::session)
        .filter(session -> session.staffId().equals(actor.id()))
        .toList();
  }

  @Override
  public void revoke(Actor actor, String sessionId) {
    NewSession found =
        live.values().stream()
            .filter(each -> each.session().id().equals(sessionId))
            .filter(each -> each.session().staffId().equals(actor.id()) || actor.isAny(Role.ADMIN))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("session", sessionId));
    live.remove(found.secret());
  }
}
