package org.daybook.core.intake;

import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.source.SignalMapping;
import org.daybook.api.store.SignalMappingQuery;
import org.daybook.api.store.Transaction;

/** What people said that the names mean which sources use. */
final class Mappings {
  private final Transaction tx;
  private final Places places;

  Mappings(Transaction tx, Places places) {
    this.tx = tx;
    this.places = places;
  }

  /**
   * Where a signal belongs: by both names at once, else by that of the client. What was said of a
   * client whose contract has ended says nothing.
   */
  Optional<Place> place(String source, String clientHint, String assetHint) {
    String client = SignalMapping.key(clientHint);
    String asset = SignalMapping.key(assetHint);
    Stream<Optional<SignalMapping>> said =
        client.isEmpty() || asset.isEmpty()
            ? Stream.of(find(source, client, asset))
            : Stream.of(find(source, client, asset), find(source, client, ""));
    return said.flatMap(Optional::stream)
        .filter(mapping -> !mapping.removed())
        .flatMap(mapping -> place(mapping, assetHint).stream())
        .findFirst();
  }

  /** What was said of two names, also if it was taken back. */
  Optional<SignalMapping> find(String source, String clientKey, String assetKey) {
    SignalMappingQuery names =
        SignalMappingQuery.builder().source(source).clientKey(clientKey).assetKey(assetKey).build();
    return tx.signalMappings().first(names);
  }

  private Optional<Place> place(SignalMapping mapping, String assetHint) {
    return tx.clients()
        .find(mapping.clientId())
        .filter(Client::active)
        .map(client -> new Place(client, asset(mapping, assetHint), Optional.empty()));
  }

  private Optional<Asset> asset(SignalMapping mapping, String assetHint) {
    return mapping
        .assetId()
        .filter(id -> mapping.assetKey().equals(SignalMapping.key(assetHint)))
        .flatMap(tx.assets()::find)
        .filter(asset -> !asset.retired() && asset.clientId().equals(mapping.clientId()))
        .or(() -> places.asset(mapping.clientId(), assetHint));
  }
}
