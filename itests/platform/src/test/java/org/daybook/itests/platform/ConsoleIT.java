package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.RunningDaybook;
import org.junit.BeforeClass;
import org.junit.Test;

/** Every command of the console, on a company that has had a visit. */
public class ConsoleIT {
  private static final String MARK = "next-command";
  private static final String FAILED = "Error executing command";
  private static final List<String> LISTS =
      List.of(
          "client-list",
          "task-list",
          "visit-list",
          "source-list",
          "section-list",
          "delivery-list",
          "notice-list --all",
          "report-verify",
          "report-list",
          "dispute-list");

  private static RunningDaybook daybook;
  private static Office office;

  @BeforeClass
  public static void playTheDay() {
    DemoDay.visit();
    daybook = DemoDay.daybook();
    office = new Office(daybook);
  }

  @Test
  public void listsPrintTables() {
    List<String> printed = each(LISTS);
    assertThat(printed)
        .allSatisfy(table -> assertThat(table).contains("-+-").doesNotContain(FAILED));
    assertThat(printed.get(0)).contains("romashka", "ООО «Ромашка»");
    assertThat(printed.get(1)).contains("Заменить батарею", "CARRIED_OVER");
    assertThat(printed.get(2)).contains(DemoDay.visit(), "REPORTED");
    assertThat(printed.get(3)).contains("monitoring", "managers", "client", "remote", "routine");
    assertThat(printed.get(4)).contains("projects", "wishes", "devices");
    assertThat(printed.get(5)).contains("anna@romashka.test", "SENT");
    assertThat(printed.get(7)).contains("true").doesNotContain("false");
  }

  @Test
  public void listsPrintJson() throws JsonProcessingException {
    List<String> printed = each(LISTS.stream().map(list -> list + " --json").toList());
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < LISTS.size(); i++) {
      JsonNode list = mapper.readTree(printed.get(i));
      assertThat(list.isArray()).as(LISTS.get(i)).isTrue();
    }
    assertThat(mapper.readTree(printed.get(7)).findValuesAsText("intact"))
        .isNotEmpty()
        .containsOnly("true");
  }

  @Test
  public void commandsChangeThings() throws IOException {
    String visit = office.startVisit();
    Path password = Files.writeString(daybook.home().resolve("password"), RunningDaybook.PASSWORD);
    String delivery = office.deliveries(DemoDay.visit()).get(0).path("id").asText();

    List<String> printed =
        each(
            List.of(
                "task-add --client "
                    + Office.VISITED
                    + " --visit "
                    + visit
                    + " --title 'Задача с консоли'",
                "token-create --scope hook:signal console",
                "user-add --name 'Пётр Консольный' --role SUPPORT --password-file "
                    + password
                    + " console-support",
                "report-preview " + visit,
                "visit-close --override 'Клиент закрывает офис' " + visit));

    assertThat(printed).noneMatch(text -> text.contains(FAILED));
    assertThat(office.items("/api/v1/tasks?visit=" + visit))
        .filteredOn(task -> task.path("title").asText().equals("Задача с консоли"))
        .hasSize(1)
        .allSatisfy(task -> assertThat(task.path("source").asText()).isEqualTo("managers"));
    Http support = daybook.http().as("console-support", RunningDaybook.PASSWORD);
    assertThat(support.get("/api/v1/tasks").status()).isEqualTo(200);
    assertThat(printed.get(3)).contains("Регламентные работы на технике", "Задача с консоли");
    assertThat(office.awaitDelivery(visit, "SENT").path("id").asText()).isNotEqualTo(delivery);
  }

  @Test
  public void reportIsCorrectedAndDisputedOnTheConsole() {
    String visit = office.startVisit();
    each(List.of("visit-close --override 'Клиент закрывает офис' " + visit));
    office.awaitDelivery(visit, "SENT");
    String check = office.items("/api/v1/visits/" + visit + "/checks").get(0).path("id").asText();

    List<String> made =
        each(
            List.of(
                "report-correct --reason 'Проверено ещё раз' --skipped '"
                    + check
                    + "=Компьютер выключен' "
                    + visit,
                "report-send " + visit,
                "dispute-open --title 'Нет сканера' " + visit));

    assertThat(made).noneMatch(text -> text.contains(FAILED));
    assertThat(made.get(0)).contains("revision 2");
    assertThat(made.get(1)).contains("revision 2", "nobody new gets it");
    String dispute = made.get(2).trim();
    List<String> dealt =
        each(
            List.of(
                "dispute-review " + dispute,
                "dispute-answer " + dispute + " 'Сканера не было на месте'",
                "dispute-uphold " + dispute + " 'Вы правы'",
                "penalty-propose --kind REMARK --note 'Записывать просьбы' " + dispute,
                "penalty-apply " + dispute,
                "dispute-list --visit " + visit,
                "report-list --visit " + visit,
                "delivery-list --visit " + visit,
                "report-verify",
                "dispute-show " + dispute));
    assertThat(dealt).noneMatch(text -> text.contains(FAILED));
    assertThat(dealt.get(4)).contains("UPHELD, the penalty APPLIED");
    assertThat(dealt.get(5)).contains(dispute, "Нет сканера", "REMARK APPLIED");
    assertThat(dealt.get(6)).contains("SUPERSEDED", "RELEASED", "Проверено ещё раз");
    assertThat(dealt.get(7)).contains(" r1", " r2");
    assertThat(dealt.get(8)).contains("true").doesNotContain("false");
    assertThat(dealt.get(9))
        .contains(
            "answer: Сканера не было на месте", "outcome: Вы правы", "penaltyNote: Записывать");
  }

  @Test
  public void commandThatFailsSaysWhyAndEndsTheSession() {
    List<String> failing =
        List.of(
            "visit-close nonsense",
            "task-add --client nobody --title T",
            "task-add --client romashka --title ''",
            "report-preview nonsense",
            "report-verify nonsense",
            "delivery-retry nonsense",
            "link-revoke nonsense",
            "report-send nonsense",
            "report-correct --reason R nonsense",
            "dispute-review nonsense",
            "dispute-show nonsense",
            "penalty-propose --kind REMARK --note N nonsense",
            "notice-acknowledge nonsense",
            "notice-list --recipient nobody",
            "task-list --client nobody",
            "token-create --scope nonsense x",
            "demo-load --password-file /nonexistent");
    for (String command : failing) {
      String printed = daybook.console("daybook:" + command, "echo went-on");
      assertThat(printed).as(command).contains(FAILED).doesNotContain("went-on", "\tat ");
    }
  }

  /** What each command printed. */
  private static List<String> each(List<String> commands) {
    List<String> lines = new ArrayList<>();
    for (String command : commands) {
      lines.add("echo " + MARK);
      lines.add("daybook:" + command);
    }
    String[] parts = daybook.console(lines.toArray(String[]::new)).split(MARK, -1);
    assertThat(parts).as(String.join(MARK, parts)).hasSize(commands.size() + 1);
    return List.of(parts).subList(1, parts.length);
  }
}
