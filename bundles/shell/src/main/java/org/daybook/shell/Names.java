package org.daybook.shell;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.daybook.api.access.Account;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.StaffQuery;

/** What people call clients and staff, instead of their ids. */
final class Names {
  private Names() {}

  /** The codes of all clients by id. */
  static Map<String, String> clientCodes(Platform platform) {
    return platform.read(
        tx ->
            tx.clients().all(ClientQuery.everything()).stream()
                .collect(Collectors.toMap(Client::id, Client::code)));
  }

  /** The names of all staff by id. */
  static Map<String, String> staffNames(Platform platform) {
    return platform.read(
        tx ->
            tx.staff().all(StaffQuery.everything()).stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::name)));
  }

  /**
   * The id of a member of staff by login.
   *
   * @throws InvalidInputException if there is none
   */
  static String staffId(Platform platform, String option, String login) {
    AccountQuery query =
        AccountQuery.builder().login(login.trim().toLowerCase(Locale.ROOT)).build();
    return platform
        .read(tx -> tx.accounts().first(query))
        .map(Account::staffId)
        .orElseThrow(() -> new InvalidInputException(option, "there is no login " + login));
  }

  /**
   * The id of a client by its code.
   *
   * @throws InvalidInputException if there is none
   */
  static String clientId(Platform platform, String code) {
    return platform
        .read(tx -> tx.clients().first(ClientQuery.builder().code(code).build()))
        .map(Client::id)
        .orElseThrow(() -> new InvalidInputException("client", "there is no client " + code));
  }
}
