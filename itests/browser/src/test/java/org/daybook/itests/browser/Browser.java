package org.daybook.itests.browser;

import static org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.rules.ExternalResource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium, with a profile of its own that is thrown away. As a JUnit rule it lives as
 * long as the class or the test.
 */
final class Browser extends ExternalResource {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENS = Path.of("target", "screens");

  private static final String PICTURES = "daybook.pictures";

  private static final String IN_THE_DARK = "in the dark: ";

  /** WCAG 2.2, 1.4.10. */
  private static final int NARROWEST = 320;

  private static final String FOCUS =
      """
      const found = [];
      const outlined = (element) => {
        const style = element && getComputedStyle(element);
        return style && (style.outlineStyle === 'auto'
            || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
      };
      // What lies behind a dialog is out of reach, and has to be.
      const sight = document.querySelector('dialog[open]') ?? document;
      for (const each of sight.querySelectorAll(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
        if (each.disabled || !each.checkVisibility()) {
          continue;
        }
        each.focus({preventScroll: true});
        if (each.tabIndex < 0 || document.activeElement !== each) {
          found.push('no way by keyboard to ' + each.outerHTML.slice(0, 200));
        } else if (![each, each.nextElementSibling, each.closest('label')].some(outlined)) {
          found.push('no sign of focus on ' + each.outerHTML.slice(0, 200));
        }
      }
      document.activeElement.blur();
      return found;
      """;

  private final boolean scripts;
  private ChromeDriver driver;
  private Axe axe;
  private int width;
  private int screenHeight;
  private boolean mobile;
  private Path profile;

  private Browser(boolean scripts) {
    this.scripts = scripts;
  }

  static Browser usual() {
    return new Browser(true);
  }

  /** Whose user has switched JavaScript off. */
  static Browser withoutScripts() {
    return new Browser(false);
  }

  @Override
  protected void before() throws IOException {
    for (Path needed : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(needed)) {
        throw new AssertionError(needed + " is missing: ./verify installs it");
      }
    }
    Path work = Path.of(System.getProperty("daybook.workdir"));
    Files.createDirectories(work);
    profile = Files.createTempDirectory(work, "browser-");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    Map<String, Object> preferences = new HashMap<>(Map.of("intl.accept_languages", "ru,en"));
    if (!scripts) {
      preferences.put("profile.managed_default_content_settings.javascript", 2);
    }
    options.setExperimentalOption("prefs", preferences);
    // Named, so that Selenium looks for nothing and downloads nothing.
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1));
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    axe = new Axe(driver);
    desktop();
    light();
  }

  @Override
  protected void after() {
    if (driver != null) {
      driver.quit();
    }
    if (profile != null) {
      try (Stream<Path> all = Files.walk(profile)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Browser phone() {
    return screen(390, 844, true);
  }

  Browser desktop() {
    return screen(1280, 900, false);
  }

  /** The narrowest there is. */
  Browser narrow() {
    return screen(NARROWEST, NARROWEST * 2, true);
  }

  private Browser screen(int wide, int high, boolean isMobile) {
    width = wide;
    screenHeight = high;
    mobile = isMobile;
    metrics(wide, high, isMobile);
    return this;
  }

  private void metrics(int wide, int high, boolean isMobile) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", wide, "height", high, "deviceScaleFactor", 1, "mobile", isMobile));
  }

  Browser light() {
    return colours("light");
  }

  Browser dark() {
    return colours("dark");
  }

  private Browser colours(String scheme) {
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of(feature)));
    return this;
  }

  /** As on paper. */
  Browser print() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  /** Sends a login with every request from now on, as a browser does that was told it once. */
  Browser as(String login, String password) {
    String pair = login + ":" + password;
    String encoded =
        Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of("headers", Map.of("Authorization", "Basic " + encoded)));
    return this;
  }

  /** Asks for pages in a language, as a browser's settings make it. */
  Browser preferring(String language) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    return this;
  }

  Browser open(String address) {
    driver.get(address);
    return this;
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String title() {
    return driver.getTitle();
  }

  /** What is to be read on the page. */
  String text() {
    return find("body").getText();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Presses what opens or shows something on the same page. */
  Browser press(String selector) {
    find(selector).click();
    return this;
  }

  /** Presses what leads to another page, and waits for that. */
  Browser follow(String selector) {
    WebElement page = find("html");
    find(selector).click();
    awaitAnother(page);
    return this;
  }

  /** Takes something with the mouse and lets it go elsewhere. */
  Browser drag(String selector, String target) {
    new Actions(driver)
        .clickAndHold(find(selector))
        .moveByOffset(5, 5)
        .moveToElement(find(target))
        // What has only entered a place has not been dragged over it yet.
        .moveByOffset(2, 2)
        .release()
        .perform();
    return this;
  }

  Browser type(String selector, String text) {
    WebElement field = find(selector);
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Presses keys where the focus is. */
  Browser keys(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
    return this;
  }

  /** The driver may find the page going away in the very middle of its question. */
  private void awaitAnother(WebElement page) {
    new WebDriverWait(driver, Duration.ofMinutes(1))
        .ignoring(WebDriverException.class)
        .until(stalenessOf(page));
  }

  /** The same where they lead to another page; waits for that. */
  Browser keysThatLead(Keys... keys) {
    WebElement page = find("html");
    keys(keys);
    awaitAnother(page);
    return this;
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Text as large as percent of the usual, as a browser's settings make it. */
  Browser textSize(int percent) {
    driver.executeScript("document.documentElement.style.fontSize = arguments[0]", percent + "%");
    return this;
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a script comes to in the end, which calls its last argument with that. */
  @SuppressWarnings("unchecked")
  <T> T await(String script) {
    return (T) driver.executeAsyncScript(script);
  }

  /** Runs what leads to another page, and waits for that. */
  Browser runThatLeads(String script, Object... arguments) {
    WebElement page = find("html");
    run(script, arguments);
    awaitAnother(page);
    return this;
  }

  /** Chooses the language of the pages of the staff, as the login page does. */
  Browser language(String address, String language) {
    driver.executeCdpCommand(
        "Network.setCookie", Map.of("name", "daybook_language", "value", language, "url", address));
    return this;
  }

  /** By how many pixels the page is wider than the screen. */
  long overflow() {
    return ((Number)
            run(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth"))
        .longValue();
  }

  /** What reaches over the right edge of the screen, for whoever has to find out why. */
  Object overflowing() {
    return run(
        "const w = document.documentElement.clientWidth;"
            + "return [...document.querySelectorAll('body *')]"
            + ".filter(e => e.getBoundingClientRect().right > w + 0.5)"
            + ".map(e => e.tagName + '.' + e.getAttribute('class') + ' '"
            + " + e.getBoundingClientRect().right + ' ' + e.textContent.trim().slice(0, 30))"
            + ".slice(0, 20)");
  }

  int cookies() {
    return driver.manage().getCookies().size();
  }

  /** A cookie that must be there. */
  Cookie cookie(String name) {
    return driver.manage().getCookieNamed(name);
  }

  /** Throws all cookies away. */
  Browser forget() {
    driver.manage().deleteAllCookies();
    return this;
  }

  /** What axe finds wrong, each with the places. */
  List<String> violations() {
    return axe.violations();
  }

  /**
   * What hinders anybody on the page that is open, with everything on it unfolded: in the light and
   * in the dark, by keyboard, and on the narrowest screen, with text as usual and twice as large.
   */
  List<String> hindrances() {
    List<String> found = hindrances(false);
    dark();
    axe.wrongColours().forEach(each -> found.add(IN_THE_DARK + each));
    light();
    return found;
  }

  /**
   * The same in the light or in the dark only, for a page that is looked at in two languages: a
   * colour is as wrong in one as in the other, and an element as wrong in the light as in the dark.
   */
  List<String> hindrances(boolean dark) {
    run("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    List<String> found =
        (dark ? dark() : light())
            .violations().stream()
                .map(each -> (dark ? IN_THE_DARK : "") + each)
                .collect(Collectors.toCollection(ArrayList::new));
    light();
    pressTab();
    found.addAll(unseenFocus());
    metrics(NARROWEST, NARROWEST * 2, true);
    for (int percent : List.of(100, 200)) {
      textSize(percent);
      if (overflow() > 0) {
        found.add("wider than 320 px with text of " + percent + " %: " + overflowing());
      }
    }
    textSize(100);
    metrics(width, screenHeight, mobile);
    return found;
  }

  /** Without asking where the focus is, which takes longer than all of the focus itself. */
  private void pressTab() {
    for (String type : List.of("keyDown", "keyUp")) {
      driver.executeCdpCommand(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
    }
  }

  /** What cannot be reached by keyboard, or does not show that it was; a key was pressed before. */
  @SuppressWarnings("unchecked")
  private List<String> unseenFocus() {
    return (List<String>) run(FOCUS);
  }

  /** Keeps what it looks like in the light and in the dark. */
  Browser pictures(String name) {
    if (!Boolean.getBoolean(PICTURES)) {
      return this;
    }
    return light().picture(name + "-light").dark().picture(name + "-dark").light();
  }

  /** Keeps what the whole page looks like, for people who have asked for that: it takes long. */
  Browser picture(String name) {
    if (!Boolean.getBoolean(PICTURES)) {
      return this;
    }
    long height = ((Number) run("return document.documentElement.scrollHeight")).longValue();
    metrics(width, (int) Math.min(height, 30_000), mobile);
    byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
    try {
      Files.createDirectories(SCREENS);
      Files.write(SCREENS.resolve(name + ".png"), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    metrics(width, screenHeight, mobile);
    return this;
  }
}
