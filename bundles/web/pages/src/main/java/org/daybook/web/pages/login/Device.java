package org.daybook.web.pages.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of browser on what kind of device, as far as it tells: enough to recognise one's own.
 * The first mark that is found counts, because browsers claim to be their forerunners too.
 */
final class Device {
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("YaBrowser/", "Yandex Browser"),
          Map.entry("SamsungBrowser/", "Samsung Internet"),
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Macintosh", "Mac"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private Device() {}

  /**
   * A few words such as {@code Chrome, Android}; blank if nothing is recognised.
   *
   * @param userAgent the header {@code User-Agent}; may be null
   */
  static String of(String userAgent) {
    String text = userAgent == null ? "" : userAgent;
    Optional<String> browser = first(BROWSERS, text);
    Optional<String> system = first(SYSTEMS, text);
    return browser.isPresent() && system.isPresent()
        ? browser.get() + ", " + system.get()
        : browser.or(() -> system).orElse("");
  }

  private static Optional<String> first(List<Map.Entry<String, String>> marks, String text) {
    return marks.stream()
        .filter(mark -> text.contains(mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
