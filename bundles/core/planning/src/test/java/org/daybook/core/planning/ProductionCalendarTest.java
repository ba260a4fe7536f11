package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.daybook.api.error.RefusedException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ProductionCalendarTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void theCalendarOf2026HasTheTransferredDays() {
    Workdays year = new ProductionCalendar(Path.of("src/main/etc/daybook/calendar")).of(2026);
    assertThat(year.missing()).isEmpty();
    for (String off :
        new String[] {
          "2026-01-01", "2026-01-08", "2026-01-09", "2026-02-23", "2026-03-09", "2026-05-01",
          "2026-05-11", "2026-06-12", "2026-11-04", "2026-12-31", "2026-01-10", "2026-12-27"
        }) {
      assertThat(year.isWorking(LocalDate.parse(off))).as(off).isFalse();
    }
    for (String on : new String[] {"2026-01-12", "2026-02-24", "2026-05-12", "2026-12-30"}) {
      assertThat(year.isWorking(LocalDate.parse(on))).as(on).isTrue();
    }
    for (String shorter : new String[] {"2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03"}) {
      assertThat(year.isShort(LocalDate.parse(shorter))).as(shorter).isTrue();
      assertThat(year.isWorking(LocalDate.parse(shorter))).as(shorter).isTrue();
    }
    // The official figure for the year: 247 working days in a week of five.
    assertThat(
            LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(year::isWorking)
                .count())
        .isEqualTo(247);
  }

  @Test
  public void withoutAFileThereAreWeekendsAndTheFixedHolidays() {
    Workdays year = new ProductionCalendar(folder.getRoot().toPath()).of(2027);
    assertThat(year.missing()).contains(2027);
    assertThat(year.isWorking(LocalDate.of(2027, 1, 7))).isFalse();
    assertThat(year.isWorking(LocalDate.of(2027, 2, 23))).isFalse();
    assertThat(year.isWorking(LocalDate.of(2027, 2, 27))).isFalse();
    assertThat(year.isWorking(LocalDate.of(2027, 2, 24))).isTrue();
  }

  @Test
  public void othersGetAnAnswerFromAYearWithAnErrorToo() throws IOException {
    WorkCalendarService service = new WorkCalendarService(folder.getRoot().toPath());
    read("2027-02-20,working\n");
    assertThat(service.isWorking(LocalDate.of(2027, 2, 20))).isTrue();

    Files.writeString(folder.getRoot().toPath().resolve("2027.csv"), "2027-02-20,perhaps\n");
    assertThat(service.isWorking(LocalDate.of(2027, 2, 20))).isFalse();
    assertThat(service.isWorking(LocalDate.of(2027, 1, 7))).isFalse();
    assertThat(service.isWorking(LocalDate.of(2027, 2, 24))).isTrue();
  }

  @Test
  public void anErrorIsSaidOnceHoweverManyDaysAreAskedFor() throws IOException {
    WorkCalendarService service = new WorkCalendarService(folder.getRoot().toPath());
    Path file = folder.getRoot().toPath().resolve("2027.csv");
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      for (String kind : new String[] {"perhaps", "perhaps", "working", "perhaps", "perhaps"}) {
        Files.writeString(file, "2027-02-20," + kind + "\n");
        service.isWorking(LocalDate.of(2027, 2, 20));
        service.isWorking(LocalDate.of(2027, 2, 22));
      }
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8).split("is perhaps", -1))
        .as("once, and once more after it was mended")
        .hasSize(3);
  }

  @Test
  public void aSaturdayMayBeAWorkingDay() throws IOException {
    Workdays year = read("2027-02-20,working\r\n2027-02-22, HOLIDAY ,\"Перенос, с субботы\"\r\n");
    assertThat(year.isWorking(LocalDate.of(2027, 2, 20))).isTrue();
    assertThat(year.isWorking(LocalDate.of(2027, 2, 22))).isFalse();
    assertThat(YearMonth.of(2027, 2).atDay(21)).matches(day -> !year.isWorking(day));
  }

  @Test
  public void aByteOrderMarkAHeadingAndCommentsAreNoDays() throws IOException {
    assertThat(read("\uFEFF# a comment\n\ndate,kind,note\n2027-02-22,holiday\n").listed())
        .hasSize(1);
  }

  @Test
  public void errorsNameFileLineAndColumn() {
    Map<String, String> wrong =
        Map.of(
            "date,kind\n2027-13-01,holiday\n", "2027.csv has an error, line 2, column date",
            "date,kind\n# c\n2027-01-01,holyday\n", "line 3, column kind: must be holiday",
            "2026-01-01,holiday\n", "line 1, column date: must be in 2027",
            "2027-01-01,holiday\n2027-01-01,short\n", "line 2, column date: 2027-01-01 is listed",
            "2027-01-01\n", "line 1, has 1 columns",
            "2027-01-01,holiday,a,b\n", "line 1, has 4 columns",
            "2027-01-01,\"holiday\n", "2027.csv cannot be read");
    wrong.forEach(
        (text, message) ->
            assertThatThrownBy(() -> read(text))
                .as(text)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(message));
  }

  @Test
  public void aFileInAnotherEncodingIsSaidToBe() throws IOException {
    Path file = folder.getRoot().toPath().resolve("2027.csv");
    Files.write(file, new byte[] {'2', (byte) 0xCF, (byte) 0xF0});
    assertThatThrownBy(() -> new ProductionCalendar(folder.getRoot().toPath()).of(2027))
        .hasMessageContaining("UTF-8");
  }

  private Workdays read(String text) throws IOException {
    Files.writeString(folder.getRoot().toPath().resolve("2027.csv"), text);
    return new ProductionCalendar(folder.getRoot().toPath()).of(2027);
  }
}
