package org.daybook.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.daybook.itests.browser.plugin.FailingFigures;
import org.daybook.itests.support.PluginJar;
import org.daybook.itests.support.RunningDaybook;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Every page of the board, every form with what is wrong in it, and every page that says what is
 * wrong, for everybody: in Russian in the light and in English in the dark, by keyboard, on the
 * narrowest screen and with large text. Nobody lists the pages: whoever walks from link to link
 * finds them.
 */
public class EveryPageIT {
  @ClassRule public static final SentReport REPORT = new SentReport();
  @ClassRule public static final Browser RUSSIAN = Browser.usual();
  @ClassRule public static final Browser ENGLISH = Browser.usual();
  @ClassRule public static final Browser PHONE = Browser.usual();

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @ClassRule public static final Wire WIRE = new Wire(() -> REPORT.daybook().ports().get(0));

  private static final BusyOffice OFFICE = new BusyOffice(REPORT);

  private static final BoardTable TABLE = new BoardTable();

  /** A page on which everything is wrong that can be. */
  private static final String HINDRANCES =
      """
      data:text/html;charset=utf-8,<!DOCTYPE html><html lang="en"><title>Wrong</title>
      <meta name="viewport" content="width=device-width">
      <style>button { outline: none } @media (prefers-color-scheme: dark) { p { color: silver } }
      </style><main><h1>Wrong</h1><p>Pale</p><details><summary>More</summary><input></details>
      <button>Unseen</button><a href="/" tabindex="-1">Unreached</a>
      <div style="width: 12rem">Wide</div></main>
      """;

  private static final String FIGURES = "org.daybook.core.figures";

  private static Walk walk;

  @BeforeClass
  public static void walkOverAllPages() {
    OFFICE.comesToLife();
    walk = new Walk(REPORT.daybook(), TABLE);
    for (String login : List.of("manager", "admin", "engineer", "support", "specialist")) {
      walk.as(login, OFFICE.startsOf(login));
    }
  }

  /** Nothing found means nothing there only if what is there is found. */
  @Test
  public void whatHindersSomebodyIsSeen() {
    assertThat(String.join(" ", RUSSIAN.phone().open(HINDRANCES).hindrances()))
        .contains("label: <input>", "in the dark: color-contrast: <p>Pale")
        .contains("no sign of focus on <button>", "no way by keyboard to <a")
        .contains("wider than 320 px with text of 200 %")
        .doesNotContain("wider than 320 px with text of 100 %", "no sign of focus on <input>");
  }

  @Test
  public void noPageHindersAnybody() throws Exception {
    assertThat(walk.templates()).containsAll(TABLE.templates());
    List<Walk.Page> pages = walk.worthLooking();
    assertThat(hindrances((browser, language) -> look(browser, language, pages))).isEmpty();
  }

  private static List<String> look(Browser browser, String language, List<Walk.Page> pages) {
    List<String> found = new ArrayList<>();
    for (Walk.Page page : pages) {
      open(browser, page);
      found.addAll(told(browser, language, page.login() + " " + page.path()));
    }
    return found;
  }

  @Test
  public void noFormHindersAnybodyFromSeeingWhatIsWrong() throws Exception {
    assertThat(walk.forms()).hasSizeGreaterThan(30);
    assertThat(hindrances(EveryPageIT::sendForms)).isEmpty();
  }

  private static List<String> sendForms(Browser browser, String language) {
    List<String> found = new ArrayList<>();
    for (Walk.Form form : walk.forms()) {
      if (form.required() || form.versioned()) {
        boolean outdated = !form.required();
        Forms.send(open(browser, form.page()), form.action(), outdated);
        String what = form.action() + (outdated ? " outdated" : " empty");
        if (browser.all("[role=alert], .problem").isEmpty()) {
          found.add(language + ", " + what + ": nothing is said to be wrong");
        }
        found.addAll(told(browser, language, what));
      }
    }
    return found;
  }

  @Test
  public void noPageThatSaysWhatIsWrongHindersAnybody() throws Exception {
    assertThat(hindrances(EveryPageIT::troubles)).isEmpty();
  }

  private static List<String> troubles(Browser browser, String language) {
    String board = REPORT.daybook().address() + "/board";
    List<String> found = new ArrayList<>();
    browser.as("manager", RunningDaybook.PASSWORD);
    for (String path : List.of("/nothing", "/figures?month=never", "/notices/x/acknowledge")) {
      found.addAll(told(browser.open(board + path), language, path));
    }
    Forms.sendWithWrongKey(browser.open(board + "/tasks/new"));
    found.addAll(told(browser, language, "with a wrong key"));
    Forms.sendTooMuch(browser.open(board + "/tasks/new"));
    found.addAll(told(browser, language, "too much"));
    Forms.sendAsText(browser.open(board + "/tasks/new"));
    found.addAll(told(browser, language, "as text"));
    Forms.sendNewToken(browser.open(board + "/setup/tokens/new"));
    assertThat(browser.all("#secret")).hasSize(1);
    found.addAll(told(browser, language, "a new token"));
    browser.open(board + "/setup/regulations").follow("main .lines a");
    Forms.previewOfTheEnd(browser);
    found.addAll(told(browser, language, "a regulation's end"));
    found.addAll(told(browser.open(board + "/disputes?done=review#done"), language, "done"));
    browser.open(board + "/calendar").press("a.move[data-dialog]");
    await("the dialog").until(() -> !browser.all("dialog[open] form").isEmpty());
    found.addAll(told(browser, language, "a dialog"));
    Forms.sendTickedTasks(browser.open(board + "/tasks"));
    found.addAll(told(browser, language, "what came of tasks"));
    browser.as("engineer", RunningDaybook.PASSWORD);
    found.addAll(told(browser.open(board + "/figures"), language, "not for an engineer"));
    return found;
  }

  @Test
  public void noPageOfAServerInTroubleHindersAnybody() throws Exception {
    RunningDaybook daybook = REPORT.daybook();
    daybook.bundles().stop(FIGURES);
    awaitFigures(503);
    assertThat(hindrances(EveryPageIT::figures)).isEmpty();

    Path plugin = FOLDER.getRoot().toPath().resolve("figures.jar");
    PluginJar.write(plugin, FailingFigures.BUNDLE, FailingFigures.class);
    daybook.bundles().install(plugin);
    awaitFigures(500);
    assertThat(hindrances(EveryPageIT::figures)).isEmpty();
    daybook.bundles().uninstall(FailingFigures.BUNDLE);
    daybook.bundles().start(FIGURES);
    awaitFigures(200);

    Path limits = daybook.home().resolve("etc/org.daybook.web.pages.cfg");
    String usual = Files.readString(limits);
    Files.writeString(limits, "readsPerMinute = 1\n");
    awaitFigures(429);
    assertThat(hindrances(EveryPageIT::figures)).isEmpty();
    Files.writeString(limits, usual);
    awaitFigures(200);
  }

  private static void awaitFigures(int status) {
    await("figures to be answered " + status)
        .atMost(Duration.ofMinutes(1))
        .until(() -> REPORT.manager().get("/board/figures").status() == status);
  }

  private static List<String> figures(Browser browser, String language) {
    String address = REPORT.daybook().address() + "/board/figures";
    browser.as("manager", RunningDaybook.PASSWORD);
    // Now and then somebody is answered even while too many ask.
    await("trouble").until(() -> !browser.open(address).all("body.alone").isEmpty());
    return told(browser, language, "figures");
  }

  @Test
  public void theKeyboardGoesThroughFormsInTheirOrder() {
    RUSSIAN.desktop().as("manager", RunningDaybook.PASSWORD);
    for (String form : List.of("tasks/new", "setup/clients/new", "setup/staff/new")) {
      RUSSIAN.open(REPORT.daybook().address() + "/board/" + form);
      assertThat(Forms.reachedByKeyboard(RUSSIAN)).as(form).isEqualTo(Forms.fields(RUSSIAN));
    }
  }

  @Test
  public void noScreenOfTheDiaryHindersAnybody() {
    DiaryScreens diary = new DiaryScreens(REPORT, OFFICE, new Phone(PHONE.phone(), WIRE));
    assertThat(diary.hindrances()).isEmpty();
    assertThat(diary.neverSeen()).isEmpty();
  }

  private static Browser open(Browser browser, Walk.Page page) {
    return browser
        .as(page.login(), RunningDaybook.PASSWORD)
        .open(REPORT.daybook().address() + page.path());
  }

  /** What is wrong with the page that is open; a report has the language of its client. */
  private static List<String> told(Browser browser, String language, String what) {
    String name = (language + " " + what).replaceAll("[0-9a-f-]{36}|[^a-zA-Z]+", "-");
    List<String> found = new ArrayList<>(browser.pictures(name).hindrances(language.equals("en")));
    String spoken = browser.find("html").getDomAttribute("lang");
    if (!spoken.equals(language) && browser.address().contains("/board")) {
      found.add("speaks " + spoken);
    }
    if (browser.all("h1").size() != 1) {
      found.add("has not one title");
    }
    return found.stream().map(each -> language + ", " + what + ": " + each).toList();
  }

  /** In both languages at once, as two people would: what they send is refused or does no harm. */
  private static List<String> hindrances(BiFunction<Browser, String, List<String>> eyes)
      throws InterruptedException, ExecutionException {
    String address = REPORT.daybook().address();
    Map<String, Browser> browsers =
        Map.of(
            "ru", RUSSIAN.desktop().language(address, "ru"),
            "en", ENGLISH.phone().language(address, "en"));
    ExecutorService both = Executors.newFixedThreadPool(browsers.size());
    try {
      List<Callable<List<String>>> looks = new ArrayList<>();
      browsers.forEach((language, browser) -> looks.add(() -> eyes.apply(browser, language)));
      List<String> found = new ArrayList<>();
      for (Future<List<String>> look : both.invokeAll(looks)) {
        found.addAll(look.get());
      }
      return found;
    } finally {
      both.shutdownNow();
    }
  }
}
