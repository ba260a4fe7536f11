package org.daybook.web.rest.view;

import org.daybook.api.directory.Client;

/** A client to choose from. */
public record DiaryClientView(String code, String name) {
  public static DiaryClientView of(Client client) {
    return new DiaryClientView(client.code(), client.name());
  }
}
