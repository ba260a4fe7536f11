package org.daybook.sources.remote;

import java.util.Locale;
import org.daybook.api.source.TaskSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What could not be solved remotely. It is handed over; nothing is polled. */
@Component(service = TaskSource.class)
public final class RemoteSource implements TaskSource {
  static final String ID = "remote";

  @Activate
  public RemoteSource() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("ru") ? "Удалённая поддержка" : "Remote support";
  }
}
