package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.source.SignalMapping;

/**
 * What the names mean that a source uses.
 *
 * @param clientName as the source calls the client, in lower case; blank if it names none
 * @param assetName as the source calls the equipment; blank for whatever it names
 * @param client code of the client that is meant
 * @param asset id of the equipment that is meant; null if it is looked up by its name
 * @param mappedBy staff id
 */
public record MappingView(
    String id,
    String source,
    String clientName,
    String assetName,
    String clientId,
    String client,
    String asset,
    String mappedBy,
    Instant mappedAt) {
  public static MappingView of(SignalMapping mapping, Names names) {
    return new MappingView(
        mapping.id(),
        mapping.source(),
        mapping.clientKey(),
        mapping.assetKey(),
        mapping.clientId(),
        names.client(mapping.clientId()),
        mapping.assetId().orElse(null),
        mapping.mappedBy(),
        mapping.mappedAt());
  }
}
