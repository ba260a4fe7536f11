package org.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ListingTest {
  private record Visitor(String name, Optional<Integer> age, List<String> pets) {}

  private final Listing<Visitor> listing =
      new Listing<Visitor>()
          .column("name", Visitor::name)
          .column("age", Visitor::age)
          .column("pets", Visitor::pets);

  private final List<Visitor> visitors =
      List.of(
          new Visitor("Анна \"А\"", Optional.of(7), List.of("кот", "пёс")),
          new Visitor("Борис", Optional.empty(), List.of()));

  @Test
  public void jsonKeepsTypesAndTellsMissingFromEmpty() throws Exception {
    JsonNode json = new ObjectMapper().readTree(print(visitors, true));

    assertThat(json).hasSize(2);
    assertThat(json.get(0).get("name").asText()).isEqualTo("Анна \"А\"");
    assertThat(json.get(0).get("age").isInt()).isTrue();
    assertThat(json.get(0).get("pets")).hasSize(2);
    assertThat(json.get(1).get("age").isNull()).isTrue();
  }

  @Test
  public void tableShowsEveryCell() {
    assertThat(print(visitors, false)).contains("name", "age", "Борис", "7", "кот, пёс");
  }

  @Test
  public void emptyListIsValidJsonAndAWordForPeople() {
    assertThat(print(List.of(), true).trim()).matches("\\[\\s*]");
    assertThat(print(List.of(), false)).contains("Nothing.");
  }

  @Test
  public void whatForeignSystemsWroteCommandsNoTerminal() {
    List<Visitor> hostile =
        List.of(new Visitor("a\u001b[2Jb\u009b1mc\nd", Optional.empty(), List.of("e\rf")));
    assertThat(print(hostile, false)).contains("a [2Jb 1mc d", "e f");
  }

  private String print(List<Visitor> rows, boolean json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    listing.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), rows, json);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
