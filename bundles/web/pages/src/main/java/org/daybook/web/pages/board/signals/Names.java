package org.daybook.web.pages.board.signals;

import org.daybook.web.pages.board.Words;

/** What a source calls a client and a piece of equipment, in words. */
final class Names {
  private Names() {}

  static String of(String client, String asset, Words words) {
    String whose = client.isBlank() ? words.get("names.none") : words.get("names.client", client);
    return asset.isBlank() ? whose : whose + ", " + words.get("names.asset", asset);
  }
}
