package org.daybook.web.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.Test;

public class DiaryConfigTest {
  @Test
  public void theFileShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.web.diary.cfg"))) {
      file.load(in);
    }
    TreeMap<String, String> defaults = new TreeMap<>();
    for (Method key : DiaryConfig.class.getDeclaredMethods()) {
      defaults.put(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(new TreeMap<Object, Object>(file)).isEqualTo(defaults);
  }

  @Test
  public void theShellSaysWhereAddressesLead() {
    assertThat(shell("https://maps.example.com/?a=1&q="))
        .contains("<meta name=\"map-search\" content=\"https://maps.example.com/?a=1&amp;q=\">");
    assertThat(shell(" ")).contains("<meta name=\"map-search\" content=\"\">");
  }

  @Test
  public void anotherMapIsAnotherVersion() {
    assertThat(app("https://maps.example.com/?q=").version())
        .isNotEqualTo(app("https://maps.example.test/?q=").version());
  }

  @Test
  public void whatIsNoLinkIsRefused() {
    for (String wrong : List.of("javascript:alert(1)//", "maps.example.com/?q=", "https://a b/")) {
      assertThatThrownBy(() -> MapSearch.of(config(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("org.daybook.web.diary: mapSearch");
    }
  }

  private static String shell(String mapSearch) {
    return new String(app(mapSearch).at("/diary").orElseThrow().plain(), StandardCharsets.UTF_8);
  }

  private static App app(String mapSearch) {
    return App.load(MapSearch.of(config(mapSearch)));
  }

  private static DiaryConfig config(String mapSearch) {
    return (DiaryConfig)
        Proxy.newProxyInstance(
            DiaryConfig.class.getClassLoader(),
            new Class<?>[] {DiaryConfig.class},
            (proxy, key, arguments) -> mapSearch);
  }
}
