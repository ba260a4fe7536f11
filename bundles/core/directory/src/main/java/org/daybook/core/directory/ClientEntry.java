package org.daybook.core.directory;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Client;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Transaction;

/** The rules of clients. */
final class ClientEntry {
  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,40}");
  private static final Set<String> LANGUAGES = Set.of("ru", "en");

  private ClientEntry() {}

  static Client add(Transaction tx, Client draft) {
    Client checked = checked(tx, draft.toBuilder().id(tx.newId()).build(), Optional.empty());
    return tx.clients().insert(checked);
  }

  static Client change(Transaction tx, Client changed) {
    Client before =
        tx.clients()
            .find(changed.id())
            .orElseThrow(() -> new NotFoundException("client", changed.id()));
    return tx.clients().update(checked(tx, changed, Optional.of(before)));
  }

  private static Client checked(Transaction tx, Client client, Optional<Client> before) {
    Fields fields = new Fields();
    fields.require(
        CODE.matcher(client.code()).matches(),
        "code",
        "must have 2 to 40 lower-case Latin letters, digits or hyphens");
    String name = fields.text("name", client.name(), Fields.NAME);
    fields.require(
        LANGUAGES.contains(client.language().toLanguageTag()), "language", "must be ru or en");
    fields.require(
        ZoneId.getAvailableZoneIds().contains(client.zone().getId()),
        "zone",
        "must be an IANA time zone like Europe/Moscow");
    References references = new References(tx, fields);
    references.staff(
        "engineerId", client.engineerId(), before.flatMap(Client::engineerId), Role.ENGINEER);
    references.staff(
        "managerId",
        client.managerId(),
        before.flatMap(Client::managerId),
        Role.MANAGER,
        Role.ADMIN);
    fields.throwIfAny();
    requireFreeCode(tx, client);
    return client.toBuilder().name(name).build();
  }

  private static void requireFreeCode(Transaction tx, Client client) {
    tx.clients()
        .first(ClientQuery.builder().code(client.code()).build())
        .filter(other -> !other.id().equals(client.id()))
        .ifPresent(
            other -> {
              throw new RefusedException("The code " + client.code() + " is taken.");
            });
  }
}
