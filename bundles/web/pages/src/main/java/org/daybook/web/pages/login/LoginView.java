package org.daybook.web.pages.login;

import java.util.List;
import java.util.Map;

/**
 * The page on which people log in.
 *
 * @param styles address of the style sheet
 * @param action where the form leads
 * @param key of the form
 * @param login what they typed already; blank for nothing
 * @param keep whether they ticked to stay signed in
 * @param said keys of what is to be said first
 * @param wrong whether login or password did not fit
 * @param next the page that they come to then; blank for their first one
 * @param hidden what else the form carries, by name
 * @param languages the choice; empty where it would lose what was typed
 */
public record LoginView(
    String styles,
    String action,
    String key,
    String login,
    boolean keep,
    List<String> said,
    boolean wrong,
    String next,
    Map<String, String> hidden,
    List<Choice> languages) {
  public LoginView {
    said = List.copyOf(said);
    languages = List.copyOf(languages);
  }

  /**
   * A language.
   *
   * @param label as it calls itself
   * @param current whether the page is in it
   */
  public record Choice(String label, String tag, String href, boolean current) {}
}
