package org.daybook.itests.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.openqa.selenium.Keys;

/** The diary in somebody's hand. */
final class Phone {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Browser browser;
  private final Wire wire;

  Phone(Browser browser, Wire wire) {
    this.browser = browser;
    this.wire = wire;
  }

  /** Signs in on the page and lands in the diary. */
  Phone signIn(String login, String password) {
    browser.open(wire.address("/login?next=/diary"));
    browser.type("#login", login).type("#password", password);
    browser.follow("main form button.main");
    return ready();
  }

  Phone open() {
    browser.open(wire.address("/diary"));
    return ready();
  }

  /** The shell has drawn something. */
  Phone ready() {
    return until("the diary", () -> !browser.all("#app h1").isEmpty());
  }

  /** Everything is on the phone that has to be there without network. */
  Phone filled() {
    return until("the day", () -> browser.all(".chip-link.good").size() == 1)
        .until("the worker", () -> truth("return Boolean(navigator.serviceWorker.controller)"));
  }

  Phone go(String hash) {
    browser.run("location.hash = '" + hash + "'");
    return until(
        hash, () -> truth("return document.querySelector('main').dataset.key === '" + hash + "'"));
  }

  /** Presses what has this text on it. */
  Phone tap(String text) {
    until("«" + text + "»", () -> truth(found(text) + " return Boolean(found)"));
    browser.run(found(text) + " found.click()");
    return this;
  }

  Phone arrive() {
    return tap("Я на месте").begun();
  }

  /** The visit is begun; one of another day is asked about first. */
  Phone begun() {
    until("an answer", () -> address().endsWith("/wishes") || address().endsWith("/arrive"));
    return address().endsWith("/arrive") ? tap("Начать сейчас") : this;
  }

  Phone type(String name, String text) {
    String field = "[name=" + name + "]";
    until(name, () -> !browser.all(field).isEmpty());
    browser.find(field).clear();
    browser.find(field).sendKeys(text);
    return this;
  }

  Phone choose(String name, int index) {
    until(name, () -> !browser.all("select[name=" + name + "]").isEmpty());
    browser.run(
        "const s = document.querySelector('select[name="
            + name
            + "]'); s.selectedIndex = "
            + index);
    return this;
  }

  /** Sends the form that is open. */
  Phone submit() {
    browser.find("main form button[type=submit]").sendKeys(Keys.ENTER);
    return this;
  }

  Phone sees(String text) {
    return until("to see " + text, () -> browser.text().contains(text));
  }

  /** How much waits on the phone. */
  int unsent() {
    return ((Number)
            browser.run("return Number(document.querySelector('.chip-link').dataset.unsent)"))
        .intValue();
  }

  /** Everything is with the server. */
  Phone sent() {
    return until(
        "everything to be sent", () -> unsent() == 0 && browser.all(".chip-link.good").size() == 1);
  }

  /** As a phone says when it finds network again. */
  Phone backOnline() {
    wire.mend();
    browser.run("window.dispatchEvent(new Event('online'))");
    return this;
  }

  Phone underground() {
    wire.cut();
    browser.run("window.dispatchEvent(new Event('offline'))");
    return this;
  }

  String address() {
    return (String) browser.run("return location.hash");
  }

  Browser browser() {
    return browser;
  }

  Phone until(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(condition);
    return this;
  }

  boolean truth(String script) {
    return Boolean.TRUE.equals(browser.run(script));
  }

  private static String found(String text) {
    return "const found = [...document.querySelectorAll('main a, main button, main summary, nav a,"
        + " .messages a')].find((e) => e.innerText.trim().startsWith('"
        + text
        + "') && e.getClientRects().length > 0);";
  }
}
