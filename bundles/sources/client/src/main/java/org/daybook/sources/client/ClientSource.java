package org.daybook.sources.client;

import java.util.Locale;
import org.daybook.api.source.TaskSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What the client asks for. The engineer collects it on arrival; nothing is polled. */
@Component(service = TaskSource.class)
public final class ClientSource implements TaskSource {
  static final String ID = "client";

  @Activate
  public ClientSource() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("ru") ? "Клиент" : "Client";
  }
}
