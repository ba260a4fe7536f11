package org.daybook.sources.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prometheus Alertmanager's webhook, version 4 of its message. Alerts are read one by one: the
 * status of their group stays {@code firing} while one of them is resolved already.
 */
@Component(service = InboundHook.class, configurationPid = "org.daybook.sources.monitoring")
@Designate(ocd = MonitoringConfig.class)
public final class AlertmanagerHook implements InboundHook {
  private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerHook.class);

  /** No message has room for more that say something; nobody reads millions that do not. */
  private static final int MAX_ALERTS = 20_000;

  private final LabelMapping mapping;

  @Activate
  public AlertmanagerHook(MonitoringConfig config) {
    this.mapping = new LabelMapping(config);
  }

  @Override
  public String name() {
    return "alertmanager";
  }

  @Override
  public String source() {
    return MonitoringSource.ID;
  }

  @Override
  public HookAnswer receive(HookRequest request, TaskIntake intake) {
    Optional<HookAnswer> refusal = Json.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    JsonNode message = Json.object(request.body());
    List<TaskSignal> signals = alerts(message).stream().map(a -> a.signal(mapping)).toList();
    warnOfMissing(message.path("truncatedAlerts").asInt());
    return HookAnswer.accepted(Intakes.accept(intake, signals, "alerts"));
  }

  private static List<Alert> alerts(JsonNode message) {
    JsonNode array = message.path("alerts");
    if (!array.isArray()) {
      throw new InvalidInputException(
          "alerts", array.isMissingNode() ? "is missing" : "must be an array");
    }
    if (array.size() > MAX_ALERTS) {
      throw new InvalidInputException(
          "alerts", "must have at most " + MAX_ALERTS + " items, has " + array.size());
    }
    List<FieldError> errors = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < array.size() && errors.size() < Fields.MAX_ERRORS; i++) {
      if (array.get(i).isObject()) {
        alerts.add(Alert.read(new Fields(array.get(i), "alerts[" + i + "].", errors)));
      } else {
        errors.add(new FieldError("alerts[" + i + "]", "must be an object"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return alerts;
  }

  private static void warnOfMissing(int truncated) {
    if (truncated > 0) {
      LOG.warn(
          "Alertmanager left out {} alerts: raise max_alerts of its webhook_config", truncated);
    }
  }
}
