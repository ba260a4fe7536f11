package org.daybook.web.pages.login;

import java.util.List;

/**
 * Where somebody is logged in, and the form for another password.
 *
 * @param passwordKey of the form
 * @param wrong what is wrong with which field of it; empty if nothing is
 */
public record DevicesView(List<Row> rows, String passwordKey, List<Wrong> wrong) {
  public DevicesView {
    rows = List.copyOf(rows);
    wrong = List.copyOf(wrong);
  }

  /** The key of what a field of the form is called. */
  public String label(String field) {
    return "password." + field.replace("-password", "");
  }

  /** What is wrong with a field; blank if nothing is. */
  public String wrong(String field) {
    return wrong.stream()
        .filter(each -> each.field().equals(field))
        .map(Wrong::text)
        .findFirst()
        .orElse("");
  }

  /**
   * One session.
   *
   * @param current whether it is the one that the page is shown in
   * @param action where the button leads that ends it
   * @param key of that button
   */
  public record Row(
      String id,
      String device,
      boolean current,
      String began,
      String seen,
      String until,
      String action,
      String key) {}

  /** What is wrong with a field. */
  public record Wrong(String field, String text) {}
}
