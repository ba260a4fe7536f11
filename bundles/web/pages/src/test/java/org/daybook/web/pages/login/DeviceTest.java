package org.daybook.web.pages.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class DeviceTest {
  @Test
  public void usualBrowsersAreRecognised() {
    is(
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Mobile Safari/537.36",
        "Chrome, Android");
    is(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Safari, iPhone");
    is(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
        "Edge, Windows");
    is(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/124.0.0.0 YaBrowser/24.6.0.0 Safari/537.36",
        "Yandex Browser, Windows");
    is("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux");
    is(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.4 Safari/605.1.15",
        "Safari, Mac");
  }

  @Test
  public void whatIsNotRecognisedIsLeftOut() {
    is(null, "");
    is("", "");
    is("curl/8.5.0", "");
    is("Something (Linux)", "Linux");
  }

  private static void is(String userAgent, String device) {
    assertThat(Device.of(userAgent)).isEqualTo(device);
  }
}
