package org.daybook.sources.managers;

import java.util.Locale;
import org.daybook.api.source.TaskSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What managers set, and engineers for themselves. People put it in; nothing is polled. */
@Component(service = TaskSource.class)
public final class ManagersSource implements TaskSource {
  static final String ID = "managers";

  @Activate
  public ManagersSource() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("ru") ? "Руководители" : "Managers";
  }
}
