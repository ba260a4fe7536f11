package org.daybook.core.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Tone;
import org.daybook.testkit.ExampleReport;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class ReportJsonTest {
  private final ReportJson json = new ReportJson();

  @Test
  public void aReportIsReadBackAsItWas() {
    for (var language : List.of(Examples.RUSSIAN, Examples.ENGLISH)) {
      ReportDocument report = ExampleReport.usual(language);
      assertThat(json.read(json.snapshot(report), report.sha256())).isEqualTo(report);
    }
  }

  @Test
  public void everyTextIsReadBackAsItWas() {
    String text = "«Ёлка» <b>&amp;</b> \"\\ \u2028 \n\t \ud83d\ude00 0\u0007";
    ReportDocument report = ExampleReport.saying(text, Examples.RUSSIAN);
    assertThat(json.read(json.snapshot(report), report.sha256())).isEqualTo(report);
  }

  @Test
  public void theSnapshotIsTheCanonicalFormWithoutItsHash() throws IOException {
    String snapshot = json.snapshot(ExampleReport.usual(Examples.RUSSIAN));
    assertThat(CanonicalJson.write(new ObjectMapper().readTree(snapshot))).isEqualTo(snapshot);
    assertThat(snapshot).doesNotContain("sha256").doesNotContain("null");
  }

  @Test
  public void theSameReportHasTheSameHash() {
    String first = json.snapshot(ExampleReport.usual(Examples.RUSSIAN));
    String second = new ReportJson().snapshot(ExampleReport.usual(Examples.RUSSIAN));
    assertThat(ReportJson.sha256(first)).isEqualTo(ReportJson.sha256(second)).hasSize(64);
  }

  @Test
  public void machinesFindTheMembersThatTheContractNames() throws IOException {
    JsonNode report = new ObjectMapper().readTree(json.json(ExampleReport.usual(Examples.RUSSIAN)));
    assertThat(names(report))
        .contains(
            "number",
            "revision",
            "sha256",
            "client",
            "site",
            "engineer",
            "visit",
            "arrivedAt",
            "departedAt",
            "summary",
            "sections");
    assertThat(names(report.get("summary")))
        .containsExactlyInAnyOrder(
            "tasksDone", "tasksTotal", "devicesGreen", "devicesTotal", "minutesOnSite");
    assertThat(report.get("arrivedAt").textValue()).isEqualTo("2026-03-12T06:00:00Z");
    assertThat(report.get("language").textValue()).isEqualTo("ru");
    assertThat(names(report.get("sections").get(0))).contains("id", "title", "status", "blocks");
    JsonNode task = blocks(report, "taskList").get(0).get("items").get(0);
    assertThat(names(task)).contains("title", "state", "reason", "next").doesNotContain("result");
    JsonNode cell = blocks(report, "statusGrid").get(0).get("cells").get(0);
    assertThat(names(cell)).contains("label", "status", "reasons");
    assertThat(cell.get("status").textValue()).isEqualTo("RED");
    assertThat(report.findValuesAsText("type"))
        .contains("paragraph", "keyFigures", "table", "taskList", "statusGrid", "barChart");
  }

  @Test
  public void whatALaterVersionAddsDoesNotHurt() {
    ReportDocument report = ExampleReport.usual(Examples.RUSSIAN);
    String later = json.snapshot(report).replaceFirst("\\{", "{\"addedLater\":{\"a\":[1]},");
    assertThat(json.read(later, report.sha256())).isEqualTo(report);
  }

  @Test
  public void whatIsNoSnapshotIsRefused() {
    for (String text : List.of("", "[]", "{}", "{\"number\":", "17")) {
      assertThatThrownBy(() -> json.read(text, ""))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  public void blocksWithSomethingMissingAreRefused() {
    List<Block> bad = new ArrayList<>();
    bad.add(new Block.Paragraph(null, Tone.GOOD));
    bad.add(new Block.Paragraph("text", null));
    bad.add(
        new Block.TaskList(
            "",
            List.of(
                new Block.TaskItem(
                    "a", "b", Tone.GOOD, List.of(), null, Optional.empty(), Optional.empty()))));
    bad.add(new Block.BarChart("", "", List.of(new Block.Bar("a", Double.NaN))));
    bad.add(new Block.Paragraph("half \ud83d pair", Tone.GOOD));
    for (Block block : bad) {
      assertThatThrownBy(() -> json.checked(List.of(block), 1000))
          .as(block.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  public void photosAreFrozenByTheirHashAndWithoutTheirBytes() {
    List<Block> blocks =
        List.of(
            new Block.Pictures(
                "Фото",
                List.of(
                    new Block.Picture(
                        "photo-1", "a".repeat(64), "Вентилятор", 4, 3, Optional.empty()))));
    assertThat(json.checked(blocks, 1000)).isEqualTo(blocks);
    String snapshot =
        json.snapshot(
            ExampleReport.with(
                ExampleReport.usual(Examples.RUSSIAN),
                List.of(
                    new ReportDocument.Section(
                        "projects", "Проекты", ReportDocument.Status.OK, blocks))));
    assertThat(snapshot)
        .contains("\"type\":\"pictures\"", "\"photoId\":\"photo-1\"", "a".repeat(64))
        .doesNotContain("base64\":\"");
    assertThat(json.read(snapshot, "hash").sections().get(0).blocks()).isEqualTo(blocks);
  }

  @Test
  public void soundBlocksStayAsTheyAre() {
    List<Block> blocks = ExampleReport.everyBlock("«текст»");
    assertThat(json.checked(blocks, 10_000)).isEqualTo(blocks);
  }

  @Test
  public void blocksThatAreTooLargeAreRefused() {
    assertThatThrownBy(() -> json.checked(List.of(Block.Paragraph.of("x".repeat(1000))), 1000))
        .hasMessageContaining("larger than 1000 bytes");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<JsonNode> blocks(JsonNode report, String type) {
    List<JsonNode> blocks = new ArrayList<>();
    report
        .get("sections")
        .forEach(
            section ->
                section
                    .get("blocks")
                    .forEach(
                        block -> {
                          if (Arrays.asList(type).contains(block.get("type").textValue())) {
                            blocks.add(block);
                          }
                        }));
    return blocks;
  }
}
