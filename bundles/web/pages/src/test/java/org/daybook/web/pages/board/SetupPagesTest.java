package org.daybook.web.pages.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybook.api.access.Role.ADMIN;
import static org.daybook.api.access.Role.MANAGER;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.AccessToken;
import org.daybook.api.access.Account;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.plan.VisitTerms;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TokenQuery;
import org.daybook.testkit.Examples;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Rule;
import org.junit.Test;

/** What a manager adds and changes on the board. */
public class SetupPagesTest {
  private static final String SETUP = "/board/setup/";
  private static final String CLIENT = SETUP + "clients/" + Examples.CLIENT_ID;
  private static final Map<String, String> LUTIK =
      Map.of("name", "ООО «Лютик»", "code", "lutik", "plan", "PREMIUM", "zone", "Asia/Omsk");

  @Rule public final BoardServer server = new BoardServer(BoardConfig.usual());

  @Test
  public void aClientIsAddedFoundAndChanged() {
    HttpResponse<String> added = fill(MANAGER, SETUP + "clients/new", LUTIK);
    assertThat(added.statusCode()).isEqualTo(303);
    Client lutik = client("lutik");
    assertThat(lutik.zone().getId()).isEqualTo("Asia/Omsk");
    assertThat(lutik.active()).isTrue();
    Document page = server.page(MANAGER, BoardServer.next(added));
    assertThat(page.selectFirst("[role=status]").text()).contains("Добавлено");
    assertThat(page.selectFirst("h1").text()).isEqualTo("Клиент ООО «Лютик»");
    assertThat(page.text()).contains("Объектов пока нет.", "Контактов пока нет.");

    assertThat(lines("clients?q=лют")).containsExactly("ООО «Лютик»");
    assertThat(lines("clients?q=ROMASHKA")).containsExactly("ООО «Ромашка»");
    assertThat(lines("clients?q=nothing")).isEmpty();

    String path = SETUP + "clients/" + lutik.id();
    fill(MANAGER, path, fields("active", null, "engineerId", Examples.ENGINEER_ID));
    assertThat(client("lutik").active()).isFalse();
    assertThat(client("lutik").engineerId()).contains(Examples.ENGINEER_ID);
    assertThat(lines("clients?q=лют")).isEmpty();
    assertThat(lines("clients?q=лют&all=on")).containsExactly("ООО «Лютик»");
  }

  @Test
  public void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
    HttpResponse<String> refused =
        fill(
            MANAGER,
            SETUP + "clients/new",
            Map.of("name", " ", "code", "Лютик", "plan", "PREMIUM", "zone", "Mars"));
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(refused);
    assertThat(page.selectFirst("#edit-zone-problem").text()).contains("такого часового пояса");
    assertThat(page.selectFirst("#edit-zone").val()).isEqualTo("Mars");
    assertThat(page.selectFirst("#edit-zone").attr("aria-describedby"))
        .contains("edit-zone-problem");
    assertThat(page.selectFirst("#edit-zone").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#edit-plan option[selected]").val()).isEqualTo("PREMIUM");
    refused = server.send(MANAGER, page.selectFirst("main form"), Map.of("zone", "Europe/Moscow"));
    page = BoardServer.html(refused);
    assertThat(page.selectFirst("#edit-name-problem")).isNotNull();
    assertThat(page.selectFirst("#edit-code-problem").text()).contains("строчных латинских");
    assertThat(page.selectFirst("#edit-code").val()).isEqualTo("Лютик");
    assertThat(page.select("#edit-wrong a").eachAttr("href"))
        .containsExactly("#edit-name", "#edit-code");
    assertThat(server.office.store.<Long>read(tx -> tx.clients().count(ClientQuery.everything())))
        .isEqualTo(1);
    HttpResponse<String> kept =
        server.send(
            MANAGER, page.selectFirst("main form"), Map.of("name", "Лютик", "code", "lutik"));
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(client("lutik").plan().name()).isEqualTo("PREMIUM");
  }

  @Test
  public void whatIsTakenIsSaidBesideIt() {
    HttpResponse<String> refused =
        fill(MANAGER, SETUP + "clients/new", fields("name", "Вторая", "code", "romashka"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-code-problem").text())
        .contains("такой код уже есть");
    HttpResponse<String> twice =
        fill(
            MANAGER,
            SETUP + "assets/new?client=" + Examples.CLIENT_ID,
            fields("name", "Вторая", "siteId", Examples.SITE_ID, "hostname", "buh-1"));
    assertThat(BoardServer.html(twice).selectFirst("#edit-wrong").text())
        .contains("уже есть у другой техники");
  }

  @Test
  public void whoWasTooSlowSeesWhatItIsNowAndKeepsWhatTheyTyped() {
    Element form = form(MANAGER, CLIENT);
    fill(ADMIN, CLIENT, fields("name", "ООО «Ромашка и К»", "reviewFirst", "on"));
    HttpResponse<String> stale =
        server.send(MANAGER, form, fields("name", "АО «Ромашка»", "plan", "BASIC"));
    assertThat(stale.statusCode()).isEqualTo(409);
    Document page = BoardServer.html(stale);
    assertThat(page.selectFirst("#edit-wrong").text()).contains("это изменил кто-то другой");
    assertThat(page.selectFirst("#edit-name").val()).isEqualTo("АО «Ромашка»");
    assertThat(page.selectFirst("#edit-name-problem").text())
        .contains("сейчас там: ООО «Ромашка и К»");
    assertThat(page.selectFirst("#edit-reviewFirst-problem").text()).contains("да");
    assertThat(page.selectFirst("#edit-plan-problem").text()).contains("Премиум");
    assertThat(page.selectFirst("#edit-code-problem")).isNull();
    assertThat(client("romashka").name()).isEqualTo("ООО «Ромашка и К»");
    server.send(MANAGER, page.selectFirst("main form"), Map.of());
    assertThat(client("romashka").name()).isEqualTo("АО «Ромашка»");
  }

  @Test
  public void whatBelongsToAClientIsAddedFromTheirPage() {
    for (String kind : List.of("sites", "contacts", "assets", "projects")) {
      String path = SETUP + kind + "/new?client=" + Examples.CLIENT_ID;
      assertThat(server.page(MANAGER, CLIENT).select("main a").eachAttr("href"))
          .as(kind)
          .anyMatch(href -> href.endsWith(path.substring(1)));
      // Without a client, one is chosen first.
      assertThat(server.page(MANAGER, SETUP + kind + "/new").select(".lines a").eachAttr("href"))
          .singleElement()
          .asString()
          .endsWith("/new?client=" + Examples.CLIENT_ID);
    }
    add("sites", fields("name", "Склад", "address", "Тверь, Полевая, 1", "district", "Север"));
    add("contacts", fields("name", "Иван Лютиков", "email", "i@example.org", "responsible", "on"));
    add("assets", fields("name", "Касса", "siteId", Examples.SITE_ID, "kind", "OTHER"));
    add("projects", fields("title", "Переезд", "dueAt", "2026-12-31T18:00", "state", "ACTIVE"));
    server.office.store.<Void>read(
        tx -> {
          assertThat(tx.sites().all(SiteQuery.everything())).hasSize(2);
          assertThat(tx.contacts().all(ContactQuery.everything()))
              .filteredOn(contact -> contact.name().equals("Иван Лютиков"))
              .singleElement()
              .matches(contact -> contact.responsible() && !contact.reportRecipient());
          assertThat(tx.assets().all(AssetQuery.everything()))
              .extracting(Asset::name)
              .contains("Касса");
          assertThat(tx.projects().all(ProjectQuery.everything()))
              .extracting(project -> project.dueAt().map(Object::toString).orElse(""))
              .contains("2026-12-31T15:00:00Z");
          return null;
        });
    assertThat(server.page(MANAGER, CLIENT).text())
        .contains("Склад", "Иван Лютиков Ответственное лицо", "В работе 2 устройства", "Переезд");
  }

  private void add(String kind, Map<String, String> typed) {
    String path = SETUP + kind + "/new?client=" + Examples.CLIENT_ID;
    HttpResponse<String> reply = fill(MANAGER, path, typed);
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
  }

  @Test
  public void retiredEquipmentLeavesTheListButNotTheStore() {
    String list = "assets?client=" + Examples.CLIENT_ID;
    assertThat(lines(list)).containsExactly("Бухгалтерия-1");
    fill(MANAGER, SETUP + "assets/" + Examples.ASSET_ID, fields("retired", "on"));
    assertThat(lines(list)).isEmpty();
    assertThat(lines(list + "&all=on")).containsExactly("Бухгалтерия-1");
  }

  @Test
  public void everyComplaintHasWordsOfTheReader() {
    String much = "ж".repeat(600);
    Map<String, String> hopeless =
        Stream.of(
                "name",
                "code",
                "address",
                "district",
                "position",
                "email",
                "phone",
                "siteId",
                "hostname",
                "inventoryNumber",
                "department",
                "engineerId",
                "managerId")
            .collect(Collectors.toMap(field -> field, field -> much));
    for (String path :
        List.of(
            SETUP + "clients/new",
            SETUP + "sites/" + Examples.SITE_ID,
            SETUP + "contacts/" + Examples.CONTACT_ID,
            SETUP + "assets/" + Examples.ASSET_ID,
            SETUP + "staff/" + Examples.ENGINEER_ID)) {
      HttpResponse<String> reply = fill(MANAGER, path, hopeless);
      assertThat(reply.statusCode()).as(path).isEqualTo(422);
      assertThat(BoardServer.html(reply).select(".problem").eachText())
          .as(path)
          .hasSizeGreaterThan(1)
          .noneMatch(text -> text.contains("must") || text.contains("{"));
    }
  }

  @Test
  public void whatNoFormOfOursSendsIsNoIncident() {
    for (Map<String, String> odd :
        List.of(
            fields("plan", "GOLD"),
            fields("language", "tlh"),
            fields("version", "x"),
            fields("version", "999999999999999999999"),
            fields("engineerId", "nobody"))) {
      HttpResponse<String> reply = fill(MANAGER, CLIENT, odd);
      assertThat(reply.statusCode()).as(odd.toString()).isEqualTo(422);
      assertThat(BoardServer.html(reply).selectFirst("#edit-wrong")).isNotNull();
    }
    assertThat(client("romashka")).isEqualTo(clientBefore());
  }

  private Client clientBefore() {
    return Examples.client().toBuilder().version(1).build();
  }

  @Test
  public void termsOfVisitsAreAgreedOn() {
    String path = CLIENT + "/terms";
    assertThat(server.page(MANAGER, path).text())
        .contains("Сегодня положено: 3 выезда в месяц", "по одному выезду на 10");
    HttpResponse<String> refused =
        fill(MANAGER, path, fields("visitsPerMonth", "5", "earliest", "25:00"));
    assertThat(BoardServer.html(refused).select(".problem")).isNotEmpty();
    refused = fill(MANAGER, path, fields("visitsPerMonth", "5"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-reason-problem")).isNotNull();
    HttpResponse<String> kept =
        fill(
            MANAGER,
            path,
            fields(
                "visitsPerMonth",
                "5",
                "reason",
                "договор",
                "weekdays-TUESDAY",
                "on",
                "earliest",
                "10:00",
                "closedDays",
                "2026-12-31\n2026-12-30\n"));
    assertThat(kept.statusCode()).isEqualTo(303);
    VisitTerms terms =
        server.office.store.read(tx -> tx.visitTerms().find(Examples.CLIENT_ID).orElseThrow());
    assertThat(terms.weekdays()).containsExactly(DayOfWeek.TUESDAY);
    assertThat(terms.earliest()).contains(LocalTime.of(10, 0));
    assertThat(terms.closedDays()).hasSize(2);
    assertThat(server.page(MANAGER, path).select("fieldset input[checked]").eachAttr("name"))
        .containsExactly("weekdays-TUESDAY");
  }

  @Test
  public void closedDaysAreWrittenAsPeopleWriteThem() {
    String path = CLIENT + "/terms";
    fill(MANAGER, path, fields("closedDays", "31.12.2026\n2026-12-30\n1.1.2027"));
    assertThat(terms().closedDays())
        .containsExactly(
            LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 1));
    assertThat(server.page(MANAGER, path).selectFirst("#edit-closedDays").wholeText().strip())
        .isEqualTo("31.12.2026\n30.12.2026\n01.01.2027");
    HttpResponse<String> wrong = fill(MANAGER, path, fields("closedDays", "31.02.2026"));
    assertThat(BoardServer.html(wrong).selectFirst("#edit-closedDays-problem").text())
        .contains("31.12.2026");
  }

  @Test
  public void aFixedDayIsChosenAndARuleOfOnesOwnIsWritten() {
    String path = CLIENT + "/terms";
    fill(MANAGER, path, fields("patternWhich", "-1", "patternDay", "FRIDAY"));
    assertThat(terms().pattern()).contains("FREQ=MONTHLY;BYDAY=-1FR");
    Document page = server.page(MANAGER, path);
    assertThat(page.select("#edit-patternWhich [selected]").text()).isEqualTo("Последний в месяце");
    assertThat(page.select("#edit-patternDay [selected]").text()).isEqualTo("пятница");
    fill(MANAGER, path, fields("patternWhich", "0", "patternDay", "TUESDAY"));
    assertThat(terms().pattern()).contains("FREQ=WEEKLY;BYDAY=TU");

    String own = "FREQ=MONTHLY;BYMONTHDAY=15";
    fill(MANAGER, path, fields("patternWhich", "other", "pattern", own));
    assertThat(terms().pattern()).contains(own);
    assertThat(server.page(MANAGER, path).selectFirst("#edit-pattern").val()).isEqualTo(own);
    HttpResponse<String> unclear = fill(MANAGER, path, fields("patternWhich", ""));
    assertThat(BoardServer.html(unclear).selectFirst("#edit-pattern-problem").text())
        .contains("оставьте пустым");
    fill(MANAGER, path, fields("patternWhich", "", "pattern", ""));
    assertThat(terms().pattern()).isEmpty();
  }

  private VisitTerms terms() {
    return server.office.store.read(tx -> tx.visitTerms().find(Examples.CLIENT_ID).orElseThrow());
  }

  @Test
  public void allListsAreReachedAndOnlyThoseThatCanEndOfferWhatHasEnded() {
    Document home = server.page(MANAGER, "/board/setup");
    for (String kind : List.of("clients", "sites", "contacts", "assets", "projects", "staff")) {
      assertThat(home.select("a[href$=setup/" + kind + "]")).as(kind).hasSize(1);
    }
    assertThat(server.page(MANAGER, SETUP + "sites").select("#all")).isEmpty();
    assertThat(server.page(MANAGER, SETUP + "projects").select("#all")).isEmpty();
    server.office.store.prepare(
        tx ->
            tx.projects()
                .insert(
                    Examples.project().toBuilder()
                        .id("project-over")
                        .title("Переезд")
                        .state(Project.State.FINISHED)
                        .build()));
    assertThat(server.page(MANAGER, SETUP + "projects").select("#all")).hasSize(1);
    assertThat(lines("projects?q=Переезд")).isEmpty();
    assertThat(lines("projects?q=Переезд&all=on")).containsExactly("Переезд");
  }

  @Test
  public void staffAreAddedAndAManagerMakesNoAdministrator() {
    Map<String, String> typed = fields("name", "Роза Кактусова", "role", "SPECIALIST");
    assertThat(fill(MANAGER, SETUP + "staff/new", typed).statusCode()).isEqualTo(303);
    assertThat(lines("staff?q=кактус")).containsExactly("Роза Кактусова");
    assertThat(roles(MANAGER)).doesNotContain("ADMIN");
    assertThat(roles(ADMIN)).contains("ADMIN");
    HttpResponse<String> refused =
        fill(MANAGER, SETUP + "staff/" + Examples.ADMIN_ID, fields("phone", "+7"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-wrong").text())
        .contains("только администратор");
    refused = fill(ADMIN, SETUP + "staff/" + Examples.ADMIN_ID, fields("role", "ENGINEER"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-wrong").text())
        .contains("Последний администратор");
  }

  private List<String> roles(Role reader) {
    return server.page(reader, SETUP + "staff/new").select("#edit-role option").eachAttr("value");
  }

  @Test
  public void absencesAreNotedAndTakenBack() {
    String path = SETUP + "staff/" + Examples.ENGINEER_ID + "/absences";
    HttpResponse<String> refused =
        fill(MANAGER, path, fields("from", "2026-05-02", "until", "2026-05-01", "reason", "учёба"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-until-problem")).isNotNull();
    assertThat(BoardServer.html(refused).selectFirst("#edit-reason").val()).isEqualTo("учёба");
    fill(MANAGER, path, fields("from", "2026-05-01", "until", "2026-05-02", "reason", "учёба"));
    Document page = server.page(MANAGER, path);
    assertThat(page.select("h2").eachText())
        .containsExactly("1 мая 2026 г. — 2 мая 2026 г.", "1 апреля 2026 г. — 7 апреля 2026 г.");
    server.send(MANAGER, page.select("section form").last(), Map.of());
    assertThat(server.page(MANAGER, path).select("h2")).hasSize(1);
  }

  @Test
  public void whoHasLeftIsNotNotedToBeAway() {
    String path = SETUP + "staff/" + Examples.ENGINEER_ID + "/absences";
    Element form = form(MANAGER, path);
    server.office.store.prepare(
        tx ->
            tx.staff()
                .update(
                    tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                        .active(false)
                        .build()));
    HttpResponse<String> refused =
        server.send(
            MANAGER, form, fields("from", "2026-05-01", "until", "2026-05-02", "reason", "учёба"));
    assertThat(refused.statusCode()).isEqualTo(422);
    Document page = BoardServer.html(refused);
    assertThat(page.select("#edit-wrong li").eachText())
        .containsExactly("этот сотрудник больше не работает.");
    assertThat(page.selectFirst("#edit-reason").val()).isEqualTo("учёба");
  }

  @Test
  public void anAdministratorGivesLoginsAndPasswords() {
    fill(MANAGER, SETUP + "staff/new", fields("name", "Роза Кактусова", "role", "SPECIALIST"));
    StaffMember rose =
        server.office.store.read(
            tx ->
                tx.staff().all(StaffQuery.everything()).stream()
                    .filter(member -> member.name().startsWith("Роза"))
                    .findFirst()
                    .orElseThrow());
    String path = SETUP + "staff/" + rose.id() + "/account";
    HttpResponse<String> refused = fill(ADMIN, path, fields("login", "rose", "password", "short"));
    Document page = BoardServer.html(refused);
    assertThat(page.selectFirst("#edit-password-problem").text()).contains("от 12 до 256");
    assertThat(page.selectFirst("#edit-login").val()).isEqualTo("rose");
    assertThat(page.selectFirst("#edit-password").val()).as("never shown again").isEmpty();
    refused = fill(ADMIN, path, fields("login", "engineer", "password", "long enough it is"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-login-problem").text())
        .contains("логин уже занят");
    fill(ADMIN, path, fields("login", "rose", "password", "long enough it is"));
    assertThat(server.page(ADMIN, path).text()).contains("Логин: rose");
    assertThat(server.page(ADMIN, path).selectFirst("#edit-login")).isNull();
    fill(ADMIN, path, fields("password", "another long one"));
    Optional<Account> account =
        server.office.store.read(
            tx -> tx.accounts().first(AccountQuery.builder().login("rose").build()));
    assertThat(account.orElseThrow().passwordHash()).isEqualTo("hash of another long one");
    assertThat(server.get(MANAGER, path).statusCode()).isEqualTo(403);
  }

  @Test
  public void aTokenShowsItsSecretOnceAndIsRevoked() {
    HttpResponse<String> refused =
        fill(MANAGER, SETUP + "tokens/new", fields("name", "Мониторинг"));
    assertThat(BoardServer.html(refused).selectFirst("#edit-scopes-problem")).isNotNull();
    assertThat(BoardServer.html(refused).selectFirst("#edit-name").val()).isEqualTo("Мониторинг");
    HttpResponse<String> made =
        fill(
            MANAGER,
            SETUP + "tokens/new",
            fields(
                "name",
                "Мониторинг",
                "scopes-hook:zabbix",
                "on",
                "hook",
                "own",
                "calendar",
                "staff:" + Examples.ENGINEER_ID,
                "expiresAt",
                "2027-01-31T09:00"));
    assertThat(made.statusCode()).isEqualTo(200);
    AccessToken token =
        server.office.store.read(tx -> tx.tokens().all(TokenQuery.everything())).stream()
            .filter(each -> each.name().equals("Мониторинг"))
            .findFirst()
            .orElseThrow();
    assertThat(token.scopes())
        .containsExactlyInAnyOrder(
            "hook:zabbix", "hook:own", "calendar:staff:" + Examples.ENGINEER_ID);
    assertThat(token.expiresAt().map(Object::toString)).contains("2027-01-31T06:00:00Z");
    Document page = BoardServer.html(made);
    assertThat(page.selectFirst("#secret").text()).isEqualTo("the-secret-of-" + token.id());
    assertThat(page.select("main h2").eachText())
        .containsExactly(
            "https://daybook.example.com/hooks/own", "https://daybook.example.com/hooks/zabbix");
    assertThat(page.select(".secret").last().text())
        .isEqualTo(
            "curl -H \"Authorization: Bearer the-secret-of-"
                + token.id()
                + "\" -H \"Content-Type: application/json\" -d @message.json"
                + " https://daybook.example.com/hooks/zabbix");
    assertThat(page.select("main a").eachAttr("href"))
        .contains("../../../calendar/the-secret-of-" + token.id() + ".ics");
    String list = server.page(MANAGER, SETUP + "tokens").text();
    assertThat(list)
        .contains("Мониторинг Действует до 31 января 2027, 09:00", "Календарь: Пётр Одуванчиков")
        .doesNotContain("the-secret");
    Document one = server.page(MANAGER, SETUP + "tokens/" + token.id());
    assertThat(one.text()).doesNotContain("the-secret");
    server.send(MANAGER, one.selectFirst("main form"), Map.of());
    assertThat(server.page(MANAGER, SETUP + "tokens").text()).contains("Мониторинг Отозван");
    assertThat(server.page(MANAGER, SETUP + "tokens/" + token.id()).select("main form")).isEmpty();
  }

  @Test
  public void withoutAPartWhatWasTypedIsKept() {
    Element form = form(MANAGER, CLIENT);
    server.office.withoutDirectory();
    HttpResponse<String> reply = server.send(MANAGER, form, fields("name", "АО «Ромашка»"));
    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(BoardServer.html(reply).selectFirst("#edit-name").val()).isEqualTo("АО «Ромашка»");
  }

  @Test
  public void projectsKeepTheirDescription() {
    String path = SETUP + "projects/" + Examples.PROJECT_ID;
    fill(MANAGER, path, fields("description", "Первая строка\nвторая", "state", "ON_HOLD"));
    Project project =
        server.office.store.read(tx -> tx.projects().find(Examples.PROJECT_ID).orElseThrow());
    assertThat(project.description()).isEqualTo("Первая строка\nвторая");
    assertThat(project.state()).isEqualTo(Project.State.ON_HOLD);
    assertThat(project.createdAt()).isEqualTo(Examples.project().createdAt());
  }

  private Client client(String code) {
    Optional<Client> found =
        server.office.store.read(
            tx -> tx.clients().first(ClientQuery.builder().code(code).build()));
    return found.orElseThrow();
  }

  private List<String> lines(String list) {
    String path =
        SETUP
            + list.replace("лют", "%D0%BB%D1%8E%D1%82")
                .replace("кактус", "%D0%BA%D0%B0%D0%BA%D1%82%D1%83%D1%81");
    return server.page(MANAGER, path).select(".lines a").eachText();
  }

  private Element form(Role role, String path) {
    return server.page(role, path).selectFirst("main form");
  }

  private HttpResponse<String> fill(Role role, String path, Map<String, String> typed) {
    return server.send(role, form(role, path), typed);
  }

  /** Names and values by turns; null takes a tick away. */
  private static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
