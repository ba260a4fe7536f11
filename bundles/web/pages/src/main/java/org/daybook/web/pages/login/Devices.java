package org.daybook.web.pages.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Account;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Session;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.AccountQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where somebody is logged in, and their password. */
@Component(service = Chapter.class)
public final class Devices implements Chapter {
  private static final String PAGE = "/devices";
  private static final String PASSWORD = "password";

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public Devices(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PAGE, BoardRoute.STAFF, asked -> page(asked, 200, List.of())),
        BoardRoute.post("/devices/{id}/revoke", BoardRoute.STAFF, this::revoke),
        BoardRoute.post("/devices/password", BoardRoute.STAFF, this::changePassword));
  }

  @Override
  public List<Entry> entries() {
    return List.of(Entry.more(990, "devices", PAGE));
  }

  private Answer page(Asked asked, int status, List<DevicesView.Wrong> wrong) {
    Words words = asked.words().of(Devices.class);
    List<DevicesView.Row> rows =
        parts.sessions().of(asked.visitor().actor()).stream()
            .map(session -> row(session, asked, words))
            .toList();
    DevicesView view = new DevicesView(rows, asked.visitor().key(PASSWORD), wrong);
    Answer page = pages.page(asked, Devices.class, "devices.vm", words.get("devices.title"), view);
    return new Answer(status, page.headers(), page.body());
  }

  private static DevicesView.Row row(Session session, Asked asked, Words words) {
    String device = session.device();
    return new DevicesView.Row(
        session.id(),
        device.isBlank() ? words.get("devices.unknown") : device,
        asked.visitor().session().equals(Optional.of(session.id())),
        words.moment(session.createdAt(), words.zone()),
        words.moment(session.lastSeenAt(), words.zone()),
        words.moment(session.expiresAt(), words.zone()),
        asked.root() + "devices/" + session.id() + "/revoke",
        asked.visitor().key(revoking(session.id())));
  }

  private Answer revoke(Asked asked) {
    asked.requireKey(revoking(asked.id()));
    parts.sessions().revoke(asked.visitor().actor(), asked.id());
    return BoardPages.done(asked, PAGE, "revoked");
  }

  private static String revoking(String sessionId) {
    return "revoke:" + sessionId;
  }

  private Answer changePassword(Asked asked) {
    asked.requireKey(PASSWORD);
    List<DevicesView.Wrong> wrong = new ArrayList<>();
    Actor actor = asked.visitor().actor();
    String login = login(actor);
    String chosen = asked.sent().get("new-password");
    Words words = asked.words().of(Devices.class);
    if (!chosen.equals(asked.sent().get("again-password"))) {
      wrong.add(new DevicesView.Wrong("again-password", words.get("password.again.wrong")));
    } else if (parts
        .accounts()
        .authenticate(login, asked.sent().get("old-password"))
        .filter(who -> who.id().equals(actor.id()))
        .isEmpty()) {
      wrong.add(new DevicesView.Wrong("old-password", words.get("password.old.wrong")));
    } else {
      change(actor, login, chosen, words).ifPresent(wrong::add);
    }
    // All sessions are over now, this one too.
    return wrong.isEmpty()
        ? Answer.seeOther(Places.address(asked.root(), "/login") + "?done=password")
        : page(asked, 422, wrong);
  }

  private Optional<DevicesView.Wrong> change(
      Actor actor, String login, String chosen, Words words) {
    try {
      parts.accounts().changePassword(actor, login, chosen);
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(new DevicesView.Wrong("new-password", words.get("password.new.wrong")));
    }
  }

  private String login(Actor actor) {
    AccountQuery own = AccountQuery.builder().staffId(actor.id()).build();
    return parts
        .store()
        .read(tx -> tx.accounts().first(own))
        .map(Account::login)
        .orElseThrow(() -> new NotFoundException("account", actor.id()));
  }
}
