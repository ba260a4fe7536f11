package org.daybook.web.pages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

/** Whom it is believed that the reader has TLS. */
public class SecureTest {
  private final Readers readers = new Readers("10.0.0.1");

  @Test
  public void tlsOfOurOwnIsKnown() {
    assertThat(readers.isSecure(request(true, "192.0.2.7", null))).isTrue();
    assertThat(readers.isSecure(request(false, "192.0.2.7", null))).isFalse();
  }

  @Test
  public void aTrustedProxyIsBelievedAndNobodyElse() {
    assertThat(readers.isSecure(request(false, "10.0.0.1", "https"))).isTrue();
    assertThat(readers.isSecure(request(false, "10.0.0.1", "http"))).isFalse();
    assertThat(readers.isSecure(request(false, "10.0.0.1", null))).isFalse();
    assertThat(readers.isSecure(request(false, "192.0.2.7", "https"))).isFalse();
  }

  private static HttpServletRequest request(boolean secure, String from, String forwardedProto) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SecureTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isSecure" -> secure;
                  case "getRemoteAddr" -> from;
                  case "getHeader" -> forwardedProto;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
