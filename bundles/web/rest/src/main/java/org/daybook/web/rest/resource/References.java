package org.daybook.web.rest.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daybook.api.access.Account;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.http.ProblemException;

/** Finds what callers mean when they name a client, a person or a piece of equipment. */
final class References {
  private References() {}

  /** A client by id or code. */
  static Optional<Client> client(Transaction tx, String reference) {
    return tx.clients()
        .find(reference)
        .or(() -> tx.clients().first(ClientQuery.builder().code(reference).build()));
  }

  /** A member of staff by id or login. */
  static Optional<StaffMember> staff(Transaction tx, String reference) {
    return tx.staff()
        .find(reference)
        .or(
            () ->
                tx.accounts()
                    .first(AccountQuery.builder().login(reference.toLowerCase(Locale.ROOT)).build())
                    .map(Account::staffId)
                    .flatMap(tx.staff()::find));
  }

  /** A site of a client by id or name. */
  static Optional<Site> site(Transaction tx, String clientId, String reference) {
    return sites(tx, clientId)
        .filter(
            site -> site.id().equals(reference) || site.name().equalsIgnoreCase(reference.trim()))
        .findFirst();
  }

  /** The only site of a client, if there is one only. */
  static Optional<Site> onlySite(Transaction tx, String clientId) {
    var sites = sites(tx, clientId).toList();
    return sites.size() == 1 ? Optional.of(sites.get(0)) : Optional.empty();
  }

  /** A piece of equipment by id, hostname or inventory number. */
  static Optional<Asset> asset(Transaction tx, Optional<String> clientId, String reference) {
    return tx.assets()
        .find(reference)
        .or(
            () ->
                tx.assets()
                    .first(AssetQuery.builder().clientId(clientId).reference(reference).build()));
  }

  /**
   * The id of what a filter names.
   *
   * @throws ProblemException 400 if there is no such thing: a filter for nothing is a mistake
   */
  static <T> Optional<String> filter(
      String name, String value, Function<String, Optional<T>> find, Function<T, String> id) {
    return Query.text(value)
        .map(
            reference ->
                find.apply(reference)
                    .map(id)
                    .orElseThrow(
                        () ->
                            ProblemException.badField(
                                name, "names nothing that is here: " + reference)));
  }

  static Optional<String> clientFilter(Transaction tx, String value) {
    return filter("client", value, reference -> client(tx, reference), Client::id);
  }

  static Optional<String> staffFilter(Transaction tx, String name, String value) {
    return filter(name, value, reference -> staff(tx, reference), StaffMember::id);
  }

  static Optional<String> assetFilter(Transaction tx, Optional<String> clientId, String value) {
    return filter("asset", value, reference -> asset(tx, clientId, reference), Asset::id);
  }

  private static Stream<Site> sites(Transaction tx, String clientId) {
    return tx.sites().all(SiteQuery.builder().clientId(clientId).build()).stream();
  }
}
