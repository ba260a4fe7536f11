package org.daybook.itests.browser;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;

/** What is done with the forms of a page that is open, by way of its scripts and its keyboard. */
final class Forms {
  private static final String SEND =
      """
      const [path, outdated] = arguments;
      const form = [...document.forms].find((each) =>
          new URL(each.getAttribute('action'), document.baseURI).pathname === path
              && each.getAttribute('method') === 'post');
      form.noValidate = true;
      for (const field of form.elements) {
        if (field.type === 'hidden') {
          field.value = outdated && field.name === 'version' ? '999999' : field.value;
        } else if (!outdated && field.type === 'checkbox') {
          field.checked = false;
        } else if (field.matches('input:not([type=checkbox]), textarea, select')) {
          field.value = outdated ? field.value || 'x' : '';
        }
      }
      form.requestSubmit(form.querySelector('button'));
      """;

  private static final String OUTCOME =
      """
      const boxes = document.querySelectorAll('.tasks [type=checkbox]');
      boxes[0].checked = boxes[1].checked = true;
      boxes[0].value = '999999';
      const form = boxes[0].form;
      form.querySelector('[name=priority]').value = 'URGENT';
      form.requestSubmit(form.querySelector('button[value=priority]'));
      """;

  private static final String WRONG_KEY =
      """
      const form = document.querySelector('main form[method=post]');
      form.elements.key.value = 'wrong';
      form.noValidate = true;
      form.requestSubmit();
      """;

  private static final String TOO_MUCH =
      """
      const form = document.querySelector('main form[method=post]');
      const more = document.createElement('input');
      [more.type, more.name, more.value] = ['hidden', 'more', 'x'.repeat(300_000)];
      form.append(more);
      form.noValidate = true;
      form.requestSubmit();
      """;

  private static final String AS_TEXT =
      """
      const form = document.querySelector('main form[method=post]');
      form.enctype = 'text/plain';
      form.noValidate = true;
      form.requestSubmit();
      """;

  private static final String NEW_TOKEN =
      """
      const form = document.querySelector('main form[method=post]');
      form.elements.name.value = 'Script';
      form.querySelector('[name^=scopes]').checked = true;
      form.querySelector('[name=calendar]').selectedIndex = 1;
      form.requestSubmit();
      """;

  private static final String ENDED =
      """
      const form = document.querySelector('form:has(#active)');
      form.elements.active.checked = false;
      form.requestSubmit(form.querySelector('button[value=preview]'));
      """;

  private static final String NAMED = "((field) => field.id || field.localName)";

  private static final String FIELDS =
      "return [...document.querySelectorAll('main form :is(input:not([type=hidden]), select,"
          + " textarea, button)')].map("
          + NAMED
          + ")";

  private Forms() {}

  /**
   * Sends a form.
   *
   * @param path that it leads to
   * @param outdated true to send what it has, as if somebody had changed the thing meanwhile; false
   *     to send nothing of it
   */
  static void send(Browser browser, String path, boolean outdated) {
    browser.runThatLeads(SEND, path, outdated);
  }

  /** Sends a form that was not made for whoever sends it. */
  static void sendWithWrongKey(Browser browser) {
    browser.runThatLeads(WRONG_KEY);
  }

  /** Ticks two tasks, one of which somebody has changed meanwhile, and makes them urgent. */
  static void sendTickedTasks(Browser browser) {
    browser.runThatLeads(OUTCOME);
  }

  /** Sends more than any form has room for. */
  static void sendTooMuch(Browser browser) {
    browser.runThatLeads(TOO_MUCH);
  }

  /** Sends a form in a way that no page of ours does. */
  static void sendAsText(Browser browser) {
    browser.runThatLeads(AS_TEXT);
  }

  /** Makes a token for a hook and a calendar. */
  static void sendNewToken(Browser browser) {
    browser.runThatLeads(NEW_TOKEN);
  }

  /** Asks what visits would be like after the end of the regulation whose page is open. */
  static void previewOfTheEnd(Browser browser) {
    browser.runThatLeads(ENDED);
  }

  /** What can be filled in and pressed, in the order of the page. */
  @SuppressWarnings("unchecked")
  static List<String> fields(Browser browser) {
    return (List<String>) browser.run(FIELDS);
  }

  /** Where the keyboard comes to, from the first field to the button; a date has several places. */
  static List<String> reachedByKeyboard(Browser browser) {
    browser.run("document.querySelector('main form [id]').focus()");
    List<String> reached = new ArrayList<>();
    for (int i = 0; i < 60 && !reached.contains("button"); i++) {
      String here = (String) browser.run("return " + NAMED + "(document.activeElement)");
      if (reached.isEmpty() || !reached.get(reached.size() - 1).equals(here)) {
        reached.add(here);
      }
      browser.keys(Keys.TAB);
    }
    return reached;
  }
}
