package org.daybook.web.pages.board.setup;

import java.util.List;

/**
 * A token that was just made.
 *
 * @param secret which nobody can find out any more once this page is gone
 * @param scopes in words
 * @param calendar address of the feed; blank if it is for something else
 * @param uses where it may be sent; empty if that is nowhere, or not known at the moment
 */
public record SecretView(
    Link up, String name, String secret, String scopes, String calendar, List<Use> uses) {
  public SecretView {
    uses = List.copyOf(uses);
  }

  /**
   * An address that takes it.
   *
   * @param command tries it out from a terminal
   */
  public record Use(String address, String command) {}
}
