package org.daybook.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.daybook.itests.support.RunningDaybook;

/** The screens of the diary of everybody who has one, in every state that they can be in. */
final class DiaryScreens {
  private final SentReport report;
  private final BusyOffice office;
  private final Phone phone;
  private final Browser browser;
  private final DiaryWalk walk;
  private final List<String> found = new ArrayList<>();

  DiaryScreens(SentReport report, BusyOffice office, Phone phone) {
    this.report = report;
    this.office = office;
    this.phone = phone;
    this.browser = phone.browser();
    this.walk = new DiaryWalk(phone);
  }

  /** What hinders anybody on any of them. */
  List<String> hindrances() {
    for (String login : List.of("engineer", "specialist", "support", "manager")) {
      signIn(login);
      List<String> screens = walk.worthLooking();
      inBothLanguages(
          () -> screens.forEach(hash -> look(login + " " + hash, () -> walk.goTo(hash))));
    }
    signIn("engineer");
    JsonNode task = office.task();
    String home = "#/v/" + task.path("visit").asText() + "/t/" + task.path("id").asText();
    nowhereAndWithPhotos(home);
    withTheWatchRunning(home);
    withoutNetwork(home);
    withAConflict(home, task);
    signedOut(home);
    return found;
  }

  List<String> neverSeen() {
    return walk.neverSeen();
  }

  private void signIn(String login) {
    browser.forget();
    phone.signIn(login, RunningDaybook.PASSWORD).filled();
  }

  private void inBothLanguages(Runnable looks) {
    for (String language : List.of("ru", "en")) {
      browser.run("localStorage.setItem('daybook-language', '" + language + "')");
      phone.open();
      looks.run();
    }
  }

  private void look(String what, Runnable way) {
    way.run();
    String language = browser.find("html").getDomAttribute("lang");
    String name = ("diary " + language + " " + what).replaceAll("[0-9a-f-]{36}|[^a-zA-Z]+", "-");
    browser
        .pictures(name)
        .hindrances(language.equals("en"))
        .forEach(each -> found.add(language + " " + what + ": " + each));
  }

  private void nowhereAndWithPhotos(String home) {
    inBothLanguages(
        () -> {
          look("nowhere", () -> walk.goTo("#/nowhere"));
          look(
              "photos",
              () ->
                  walk.goTo(home).until("the photo", () -> !browser.all(".photos img").isEmpty()));
        });
  }

  private void withTheWatchRunning(String home) {
    walk.goTo(home);
    browser.run("document.querySelector('.timer button').click()");
    phone.until("the watch", () -> !browser.all(".timer [data-since]").isEmpty());
    inBothLanguages(() -> look("the watch", () -> walk.goTo(home)));
  }

  /** What is said, and what waits. */
  private void withoutNetwork(String home) {
    walk.goTo(home);
    phone.underground().type("text", "Без сети").submit();
    phone.until("what waits", () -> phone.unsent() > 0);
    inBothLanguages(
        () -> {
          look("unsent", () -> walk.goTo("#/unsent"));
          look("a task that waits", () -> walk.goTo(home));
          look("closing without network", () -> walk.goTo(home.replaceAll("/t/.*", "/finish")));
        });
    phone.backOnline().sent();
  }

  /** Somebody else was faster. */
  private void withAConflict(String home, JsonNode task) {
    walk.goTo(home + "/do/task.notDone");
    report.manager().post("/api/v1/tasks/" + task.path("id").asText() + "/start", "{}");
    phone.type("reason", "Нет драйвера").submit();
    phone.until("the conflict", () -> !browser.all(".chip-link.bad").isEmpty());
    walk.goTo("#/unsent");
    String edit = browser.find("article a[href^='#/unsent/']").getDomAttribute("href");
    inBothLanguages(
        () -> {
          look("conflict", () -> walk.goTo("#/unsent"));
          look("conflict, changed", () -> walk.goTo(edit));
        });
  }

  private void signedOut(String home) {
    browser.forget();
    inBothLanguages(
        () ->
            look(
                "signed out",
                () ->
                    walk.goTo(home)
                        .until("to be asked", () -> !browser.all(".messages a").isEmpty())));
  }
}
