package org.daybook.web.pages.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;

/** From where a request comes. */
public final class Readers {
  private final Set<String> trustedProxies;

  /**
   * @param trustedProxies addresses with commas between
   */
  public Readers(String trustedProxies) {
    this.trustedProxies =
        Arrays.stream(trustedProxies.split(",", -1))
            .map(Readers::spelledOneWay)
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Who reads: an address, or of IPv6 the network (64 bits), which is what one subscriber has.
   * Never blank.
   */
  public String of(HttpServletRequest request) {
    String address = spelledOneWay(request.getRemoteAddr());
    // Some proxies add a line of their own instead of lengthening the one that was sent.
    List<String> lines = Collections.list(request.getHeaders("X-Forwarded-For"));
    if (!lines.isEmpty()) {
      List<String> hops = Arrays.asList(String.join(",", lines).split(",", -1));
      for (int i = hops.size() - 1; i >= 0 && trustedProxies.contains(address); i--) {
        String hop = spelledOneWay(hops.get(i));
        address = hop.isEmpty() || hop.length() > 64 ? "unknown" : hop;
      }
    }
    return network(address);
  }

  /** Whether the reader's connection is TLS, as far as it is known here. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || (trustedProxies.contains(spelledOneWay(request.getRemoteAddr()))
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  private static String network(String address) {
    return parsed(address) instanceof Inet6Address v6
        ? HexFormat.of().formatHex(v6.getAddress(), 0, 8)
        : address;
  }

  /** IPv6 has many ways to write one address. */
  private static String spelledOneWay(String address) {
    String bare = address.strip().replace("[", "").replace("]", "");
    InetAddress parsed = parsed(bare);
    return parsed == null ? bare : parsed.getHostAddress();
  }

  /** Only what can be no name, so that nothing is looked up. */
  private static InetAddress parsed(String address) {
    if (address.indexOf(':') < 0 || !address.matches("[0-9a-fA-F:.]{2,45}")) {
      return null;
    }
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
