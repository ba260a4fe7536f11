package org.daybook.web.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Runs the tests of the modules where the modules run: in a browser, over its own database. */
public class ModulesTest {
  @ClassRule public static final DiaryServer SERVER = new DiaryServer();

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static ChromeDriver browser;

  @BeforeClass
  public static void open() throws IOException {
    for (Path needed : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(needed)) {
        throw new AssertionError(needed + " is missing: ./verify installs it");
      }
    }
    Path profile = Files.createTempDirectory(Path.of("target"), "browser-");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--user-data-dir=" + profile.toAbsolutePath());
    // Named, so that Selenium looks for nothing and downloads nothing.
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  @AfterClass
  public static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  public void outboxKeepsItsRules() {
    run("queue");
  }

  @Test
  public void senderLosesNothingAndSendsNothingTwice() {
    run("sender");
  }

  @Test
  public void pageDoesWhatIsPressedOnceAndKeepsWhatIsTyped() {
    run("page");
  }

  @Test
  public void newVersionIsTakenOverAndNothingUnsentIsLost() {
    App old = SERVER.installed();
    browser.get(SERVER.address("/diary"));
    until("return Boolean(navigator.serviceWorker.controller)");
    browser.executeAsyncScript(
        "const done = arguments[0]; import('"
            + base()
            + "/db.js').then(async ({db}) => {"
            + "await (await db()).add('outbox', {staff: 'me', key: 'k', kind: 'task.start',"
            + " object: 'task:a', path: '/tasks/a/start', state: 'waiting', seen: null});"
            + " done(); })");
    try {
      SERVER.install(old.with("diary.css", "/* another look */"));
      browser.navigate().refresh();
      until("return Boolean(document.querySelector('.message button'))");
      assertThat(base()).doesNotContain(old.version());
      browser.executeScript("document.querySelector('.message button').click()");
      until(
          "return document.querySelector('link[rel=stylesheet]').getAttribute('href')"
              + ".startsWith('"
              + base()
              + "') && performance.now() > 0");
      Object kept =
          browser.executeAsyncScript(
              "const done = arguments[0]; import('"
                  + base()
                  + "/db.js').then(async ({unsentOf}) => done((await unsentOf('me')).length))");
      assertThat(kept).isEqualTo(1L);
      Object caches =
          browser.executeAsyncScript(
              "const done = arguments[0]; caches.keys().then((names) => done(names.length))");
      assertThat(caches).isEqualTo(1L);
    } finally {
      SERVER.install(old);
      browser.executeAsyncScript(
          "const done = arguments[0]; navigator.serviceWorker.getRegistrations().then((all) =>"
              + " Promise.all(all.map((one) => one.unregister()))).then(() => done())");
    }
  }

  private static void until(String script) {
    new WebDriverWait(browser, Duration.ofMinutes(1))
        .ignoring(WebDriverException.class)
        .until(page -> Boolean.TRUE.equals(browser.executeScript(script)));
  }

  private static void run(String name) {
    browser.get(SERVER.address("/tests/" + name + ".html?base=" + base()));
    List<?> results =
        new WebDriverWait(browser, Duration.ofMinutes(1))
            .until(page -> (List<?>) browser.executeScript("return window.results"));
    assertThat(results).isNotEmpty();
    results.stream()
        .map(result -> (Map<?, ?>) result)
        .filter(result -> result.get("trouble") != null)
        .forEach(result -> fail(result.get("sentence") + ": " + result.get("trouble")));
  }

  private static String base() {
    String shell = new String(SERVER.get("/diary").body(), StandardCharsets.UTF_8);
    Matcher script = Pattern.compile("src=\"([^\"]+)/main\\.js\"").matcher(shell);
    assertThat(script.find()).isTrue();
    return script.group(1);
  }
}
