package org.daybook.itests.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.TaskSignal;

/** Messages of Alertmanager, each with one fault that was never heard of before. */
final class Messages {
  private static final Map<String, List<String>> HEADERS =
      Map.of("Content-Type", List.of("application/json"));
  private static final Instant FIRST = Instant.parse("2026-03-12T06:00:00.956553837Z");

  private int made;

  List<HookRequest> next(int count) {
    List<HookRequest> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(new HookRequest(HEADERS, json(made++).getBytes(StandardCharsets.UTF_8)));
    }
    return messages;
  }

  /** The signals that a hook reads in messages. */
  static List<TaskSignal> signals(InboundHook hook, List<HookRequest> messages) throws Exception {
    List<TaskSignal> signals = new ArrayList<>();
    for (HookRequest message : messages) {
      hook.receive(
          message,
          offered -> {
            signals.addAll(offered);
            return new IntakeResult(offered.size(), 0, 0, List.of());
          });
    }
    return signals;
  }

  private static String json(int number) {
    return """
        {"receiver":"daybook","status":"firing","alerts":[{"status":"firing","labels":{\
        "alertname":"ДискЗаполнен","client":"%s","device":"/dev/sda1","instance":"%s:9100",\
        "severity":"warning"},"annotations":{"description":"Осталось 6 ГБ из 240 ГБ.",\
        "summary":"Диск /dev/sda1 заполнен на 94 %%"},"startsAt":"%s",\
        "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.test/graph",\
        "fingerprint":"%016x"}],"groupLabels":{"alertname":"ДискЗаполнен"},"commonLabels":{},\
        "commonAnnotations":{},"externalURL":"http://alertmanager.test:9093","version":"4",\
        "groupKey":"{}:{alertname=\\"ДискЗаполнен\\"}","truncatedAlerts":0}\
        """
        .formatted(
            Directory.client(number),
            Directory.host(number),
            FIRST.plusSeconds(number),
            fingerprint(number));
  }

  /** Real ones are hashes, in no order. Multiplying by an odd number keeps them apart. */
  private static long fingerprint(int number) {
    return (number + 1) * 0x9E3779B97F4A7C15L;
  }
}
