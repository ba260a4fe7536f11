package org.daybook.sources.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.daybook.api.task.Priority;
import org.junit.Test;

public class MonitoringConfigTest {

  @Test
  public void theFileHasEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    Path path = Path.of("src/main/cfg/org.daybook.sources.monitoring.cfg");
    try (Reader reader = Files.newBufferedReader(path)) {
      file.load(reader);
    }

    assertThat(file).hasSize(MonitoringConfig.class.getDeclaredMethods().length);
    for (var key : MonitoringConfig.class.getDeclaredMethods()) {
      assertThat(file.getProperty(key.getName())).isEqualTo(key.getDefaultValue());
    }
  }

  @Test
  public void everyKeyIsMapped() {
    LabelMapping mapping =
        new LabelMapping(
            Payloads.config(
                Map.of(
                    "clientLabels", "customer, tenant",
                    "assetLabels", "node",
                    "titleAnnotations", "title",
                    "descriptionAnnotations", "text",
                    "severityLabel", "level",
                    "urgentSeverities", "P1",
                    "highSeverities", "P2",
                    "lowSeverities", "P4")));

    Map<String, String> labels = Map.of("tenant", "romashka", "node", "srv-1", "level", "p1");
    assertThat(mapping.client(labels)).isEqualTo("romashka");
    assertThat(mapping.asset(labels)).isEqualTo("srv-1");
    assertThat(mapping.title(Map.of("title", "Down"))).isEqualTo("Down");
    assertThat(mapping.description(Map.of("text", "More"))).isEqualTo("More");
    assertThat(mapping.priority(labels)).isEqualTo(Priority.URGENT);
    assertThat(mapping.priority(Map.of("level", "P2"))).isEqualTo(Priority.HIGH);
    assertThat(mapping.priority(Map.of("level", "P3"))).isEqualTo(Priority.NORMAL);
    assertThat(mapping.priority(Map.of("level", "P4"))).isEqualTo(Priority.LOW);
    assertThat(mapping.priority(Map.of())).isEqualTo(Priority.NORMAL);
  }
}
