package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybook.core.planning.PlanningFixture.APRIL;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.store.ClientQuery;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class ShownPlanTest {
  private static final String HOSTILE = "=cmd|' /C calc'!A0 <script>alert(\"&\")</script>\u0001";

  private final PlanningFixture world = new PlanningFixture();
  private MonthPlan plan;

  @Before
  public void planAMonth() {
    world.change(
        tx -> {
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .name(HOSTILE)
                      .build());
          tx.clients().insert(Examples.client().toBuilder().id("client-3").code("bare").build());
        });
    world.planning.addAbsence(
        Examples.MANAGER, Examples.ENGINEER_ID, APRIL.atDay(20), APRIL.atDay(22), "отпуск");
    plan = world.propose();
  }

  @Test
  public void theTableHasALinePerVisitAndWhatIsUnmet() throws Exception {
    String table = world.planning.table(plan.id());
    assertThat(table).startsWith("\uFEFFkind,date,time,");
    List<CSVRecord> lines = CSVParser.parse(table.substring(1), CSVFormat.RFC4180).getRecords();
    assertThat(lines).hasSize(1 + 4 + 1).allSatisfy(line -> assertThat(line).hasSize(11));
    CSVRecord romashka =
        lines.stream().filter(line -> line.get(5).equals("romashka")).findFirst().orElseThrow();
    assertThat(romashka.get(0)).isEqualTo("visit");
    assertThat(romashka.get(1)).startsWith("2026-04-");
    assertThat(romashka.get(2)).matches("\\d\\d:\\d\\d");
    assertThat(romashka.get(3)).isEqualTo("210");
    assertThat(romashka.get(4)).isEqualTo("Пётр Одуванчиков");
    assertThat(romashka.get(6)).isEqualTo("'" + HOSTILE);
    CSVRecord unmet = lines.get(5);
    assertThat(unmet.get(0)).isEqualTo("unmet");
    assertThat(unmet.get(5)).isEqualTo("bare");
    assertThat(unmet.get(10)).contains("no site");
  }

  @Test
  public void thePictureIsWellFormedSaysWhatItShowsAndRunsNothing() throws Exception {
    Document picture = parsed(world.planning.picture(plan.id()));
    Element svg = picture.getDocumentElement();
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("title description");
    assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Visits of April 2026");
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "4 visits by 1 engineer; 1 wish is unmet. Rows are engineers, columns are days; days"
                + " off are grey.");
    NodeList titles = picture.getElementsByTagName("title");
    assertThat(titles.getLength()).isEqualTo(1 + 4);
    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  public void thePictureOfAPlanWithoutVisitsIsOneToo() throws Exception {
    world.change(
        tx ->
            tx.clients()
                .all(ClientQuery.everything())
                .forEach(client -> tx.clients().update(client.toBuilder().active(false).build())));
    MonthPlan empty = world.planning.propose(Examples.MANAGER, APRIL.plusMonths(1));
    assertThat(parsed(world.planning.picture(empty.id())).getElementsByTagName("desc").item(0))
        .extracting(node -> node.getTextContent())
        .asString()
        .startsWith("0 visits by 0 engineers; nothing is unmet.");
    assertThatThrownBy(() -> world.planning.picture("none")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> world.planning.table("none")).isInstanceOf(NotFoundException.class);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
