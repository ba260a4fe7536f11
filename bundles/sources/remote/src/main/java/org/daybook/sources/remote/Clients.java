package org.daybook.sources.remote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells from a requestor's address whose request it is. */
final class Clients {
  private final Map<String, String> byDomain = new HashMap<>();

  /**
   * By configuration.
   *
   * @param domains {@code DOMAIN=CLIENT}, separated by commas
   */
  Clients(String domains) {
    for (String each : domains.split(",")) {
      if (!each.isBlank()) {
        int equals = each.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              "clientDomains in org.daybook.sources.remote must be DOMAIN=CLIENT, ..., has "
                  + each.strip());
        }
        byDomain.put(lower(each.substring(0, equals)), each.substring(equals + 1).strip());
      }
    }
  }

  /**
   * The client: of the first requestor whose domain is configured, else the first one's domain
   * without its last part: {@code romashka} of {@code ivan@mail.romashka.test}; blank without one.
   */
  String of(String requestors) {
    Optional<String> configured =
        domains(requestors).filter(byDomain::containsKey).map(byDomain::get).findFirst();
    return configured.or(() -> domains(requestors).findFirst().map(Clients::company)).orElse("");
  }

  private static Stream<String> domains(String requestors) {
    return Stream.of(requestors.split("[,;\\s]+"))
        .filter(address -> address.indexOf('@') >= 0)
        .map(address -> lower(address.substring(address.lastIndexOf('@') + 1)))
        .map(domain -> domain.endsWith(">") ? domain.substring(0, domain.length() - 1) : domain)
        .filter(domain -> !domain.isEmpty());
  }

  private static String company(String domain) {
    String[] labels = domain.split("\\.");
    return labels.length < 2 ? domain : labels[labels.length - 2];
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
