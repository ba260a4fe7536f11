package org.daybook.sources.monitoring;

import java.util.Locale;
import org.daybook.api.source.TaskSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What monitoring systems see. They push; nothing is polled. */
@Component(service = TaskSource.class)
public final class MonitoringSource implements TaskSource {
  static final String ID = "monitoring";

  @Activate
  public MonitoringSource() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title(Locale language) {
    return language.getLanguage().equals("ru") ? "Мониторинг" : "Monitoring";
  }
}
