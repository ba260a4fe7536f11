package org.daybook.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.daybook.api.access.Account;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.DisputeState;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.store.AccountQuery;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.CheckQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.DisputeQuery;
import org.daybook.api.store.FrozenVisit;
import org.daybook.api.store.OccurrenceQuery;
import org.daybook.api.store.ProblemQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.store.Transaction;
import org.daybook.api.store.VisitQuery;
import org.daybook.api.task.Occurrence;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.Problem;
import org.daybook.api.visit.Verdict;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class DemoDataTest {

  private static final String PASSWORD = "not-a-real-password";

  /** A Monday morning. */
  private static final Instant NOW = Instant.parse("2026-11-23T06:30:00Z");

  @Rule public final TemporaryFolder etc = new TemporaryFolder();

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryStore store = new InMemoryStore(clock);
  private DemoData demo;

  @Before
  public void load() {
    demo = demo(store, clock);
    assertThat(demo.load(PASSWORD)).contains("12 clients");
  }

  @Test
  public void thereAreADozenClientsWithTenTwentyFiveAndAHundredDevices() {
    Map<String, Long> devices = new TreeMap<>();
    for (Client client : read(tx -> tx.clients().all(ClientQuery.everything()))) {
      devices.put(
          client.code(),
          read(tx -> tx.assets().count(AssetQuery.builder().clientId(client.id()).build())));
    }
    assertThat(devices)
        .hasSize(12)
        .containsEntry("vasilek", 10L)
        .containsEntry("romashka", 25L)
        .containsEntry("kedr", 100L);
  }

  @Test
  public void theCompanyHasItsPeople() {
    List<StaffMember> staff = read(tx -> tx.staff().all(StaffQuery.everything()));
    assertThat(staff.stream().filter(s -> s.role() == Role.MANAGER)).hasSize(2);
    assertThat(staff.stream().filter(s -> s.role() == Role.ENGINEER))
        .hasSize(4)
        .allMatch(s -> s.managerId().isPresent());
    assertThat(staff.stream().filter(s -> s.role() == Role.SUPPORT)).hasSize(1);
  }

  @Test
  public void theAccountsHaveTheGivenPassword() {
    List<Account> accounts = read(tx -> tx.accounts().all(AccountQuery.everything()));
    assertThat(accounts)
        .extracting(Account::login)
        .containsExactlyInAnyOrder("manager", "engineer", "support", "specialist");
    assertThat(accounts).extracting(Account::passwordHash).containsOnly(PASSWORD);
  }

  @Test
  public void theAccountSpecialistIsTheFirstOneAndKnowsAccountingSoftware() {
    StaffMember first =
        read(tx -> tx.staff().first(StaffQuery.builder().addRoles(Role.SPECIALIST).build()))
            .orElseThrow();
    Account account =
        read(tx -> tx.accounts().first(AccountQuery.builder().login("specialist").build()))
            .orElseThrow();
    assertThat(account.staffId()).isEqualTo(first.id());
    assertThat(first.department()).contains("1С");
  }

  @Test
  public void nobodyInItCanBeReached() {
    List<String> addresses = new ArrayList<>();
    read(tx -> tx.staff().all(StaffQuery.everything()))
        .forEach(s -> s.email().ifPresent(addresses::add));
    read(tx -> tx.contacts().all(ContactQuery.everything()))
        .forEach(c -> c.email().ifPresent(addresses::add));
    assertThat(addresses)
        .hasSizeGreaterThan(20)
        .allMatch(a -> a.endsWith(".test") || a.endsWith("@service.example.com"))
        .doesNotHaveDuplicates();
  }

  @Test
  public void theClientsOfMonitoringMessagesAreKnown() {
    for (String name : List.of("romashka", "ООО «Ромашка»")) {
      assertThat(
              read(tx -> tx.clients().first(ClientQuery.builder().codeOrName(name).build()))
                  .map(Client::code))
          .contains("romashka");
    }
    for (String host :
        List.of(
            "srv-файл-01",
            "srv-файл-02",
            "srv-почта-03",
            "192.0.2.5",
            "srv-file-01",
            "pc-buh-01")) {
      List<Asset> found =
          read(
              tx ->
                  tx.assets()
                      .all(AssetQuery.builder().clientId(romashka().id()).reference(host).build()));
      assertThat(found).as(host).hasSize(1);
    }
  }

  @Test
  public void theVisitOfTodayIsTheFirstToCome() {
    List<Visit> visits =
        read(
            tx ->
                tx.visits()
                    .all(
                        VisitQuery.builder()
                            .clientId(romashka().id())
                            .addStates(VisitState.SCHEDULED)
                            .build()));
    assertThat(visits).hasSize(2);
    assertThat(visits.get(0).plannedFor()).isEqualTo("2026-11-23T07:00:00Z");
    assertThat(visits.get(1).plannedFor()).isEqualTo("2026-12-07T07:00:00Z");
    Account engineer =
        read(tx -> tx.accounts().first(AccountQuery.builder().login("engineer").build()))
            .orElseThrow();
    assertThat(visits.get(0).engineerId()).isEqualTo(engineer.staffId());
  }

  @Test
  public void workOfEverySourceWaitsForIt() {
    List<Task> open = tasks(TaskState.NEW, TaskState.CARRIED_OVER);
    assertThat(open)
        .extracting(Task::source)
        .contains("monitoring", "managers", "remote")
        .hasSize(6);
    assertThat(open.stream().filter(task -> task.projectId().isPresent())).hasSize(2);
    assertThat(tasks(TaskState.CARRIED_OVER))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.carriedOver()).isEqualTo(1);
              assertThat(task.promisedSince()).isPresent();
            });
    assertThat(tasks(TaskState.ACCEPTED)).hasSize(1);
    assertThat(tasks(TaskState.RESOLVED_REMOTELY)).hasSize(12);
  }

  @Test
  public void noFaultStands() {
    List<Occurrence> standing =
        read(
            tx ->
                tx.occurrences().all(OccurrenceQuery.builder().fault(true).cleared(false).build()));
    assertThat(standing).isEmpty();
  }

  @Test
  public void everyClosedVisitIsFrozenAsItsChecksSay() throws IOException {
    List<Visit> closed =
        read(tx -> tx.visits().all(VisitQuery.builder().addStates(VisitState.REPORTED).build()));
    assertThat(closed).hasSizeGreaterThan(15);
    for (Visit visit : closed) {
      FrozenVisit frozen = read(tx -> tx.frozenVisit(visit.id())).orElseThrow();
      ClosedVisit view = FrozenForm.MAPPER.readValue(frozen.json(), ClosedVisit.class);
      assertThat(view.visitId()).isEqualTo(visit.id());
      assertThat(view.departedAt()).isEqualTo(visit.departedAt().orElseThrow());
      assertThat(visit.departedAt().orElseThrow()).isBefore(NOW);
      assertThat(view.devices())
          .allMatch(d -> (d.verdict() == Verdict.GREEN) == d.reasons().isEmpty());
      long notOk =
          read(
              tx ->
                  tx.checks()
                      .count(
                          CheckQuery.builder()
                              .visitId(visit.id())
                              .addStates(CheckState.PROBLEM, CheckState.SKIPPED)
                              .build()));
      assertThat(red(view)).hasSize((int) notOk);
    }
  }

  @Test
  public void twoDevicesWereRedAtTheLastVisitAndOneProblemIsOpen() throws IOException {
    Visit last =
        read(tx ->
                tx.visits()
                    .last(
                        VisitQuery.builder()
                            .clientId(romashka().id())
                            .addStates(VisitState.REPORTED)
                            .build()))
            .orElseThrow();
    FrozenVisit frozen = read(tx -> tx.frozenVisit(last.id())).orElseThrow();
    ClosedVisit view = FrozenForm.MAPPER.readValue(frozen.json(), ClosedVisit.class);
    assertThat(view.devices()).hasSize(25);
    assertThat(red(view))
        .extracting(Device::label)
        .containsExactlyInAnyOrder("Принтер на складе", "Склад-2");
    assertThat(view.previousVisitAt()).isPresent();
    List<Problem> problems =
        read(
            tx ->
                tx.problems()
                    .all(ProblemQuery.builder().clientId(romashka().id()).ended(false).build()));
    assertThat(problems).hasSize(1);
  }

  @Test
  public void oneContactOfTheVisitedClientGetsTheReport() {
    List<Contact> recipients =
        read(
            tx ->
                tx.contacts()
                    .all(
                        ContactQuery.builder()
                            .clientId(romashka().id())
                            .reportRecipient(true)
                            .build()));
    assertThat(recipients).singleElement().matches(Contact::responsible);
  }

  @Test
  public void oneClientLooksIntoReportsFirstAndOneReadsEnglish() {
    List<Client> clients = read(tx -> tx.clients().all(ClientQuery.everything()));
    assertThat(clients.stream().filter(Client::reviewFirst)).hasSize(1);
    assertThat(clients)
        .filteredOn(client -> client.language().getLanguage().equals("en"))
        .hasSize(1);
  }

  @Test
  public void oneClientGetsReportsThatLookOtherwise() throws IOException {
    Path branding = etc.getRoot().toPath().resolve("daybook/branding");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(branding.resolve("kedr.properties"))) {
      properties.load(reader);
    }
    assertThat(properties.getProperty("company")).isEqualTo("«Лесной сервис»");
    BufferedImage logo = ImageIO.read(branding.resolve(properties.getProperty("logo")).toFile());
    assertThat(logo.getWidth()).isLessThanOrEqualTo(600);
    assertThat(logo.getHeight()).isLessThanOrEqualTo(200);
    assertThat(Files.size(branding.resolve("kedr.png"))).isLessThan(64 * 1024);
  }

  @Test
  public void whatAnOperatorWroteStays() throws IOException {
    Path file = etc.getRoot().toPath().resolve("daybook/branding/kedr.properties");
    Files.writeString(file, "company = Other");
    InMemoryStore empty = new InMemoryStore(clock);
    demo(empty, clock).load(PASSWORD);
    assertThat(Files.readString(file)).isEqualTo("company = Other");
  }

  @Test
  public void aDirectoryThatCannotBeWrittenIsNoReasonToFail() throws IOException {
    InMemoryStore empty = new InMemoryStore(clock);
    Path file = etc.newFile().toPath();
    new DemoData(empty, clock, new FakeAccounts(empty), new BrandingFiles(file)).load(PASSWORD);
    assertThat(empty.read(tx -> tx.clients().count(ClientQuery.everything())).longValue())
        .isEqualTo(12);
  }

  @Test
  public void oneTaskWasMissedAndTheClientWasRight() throws IOException {
    List<Dispute> disputes = read(tx -> tx.disputes().all(DisputeQuery.everything()));
    assertThat(disputes).hasSize(1);
    Dispute dispute = disputes.get(0);
    assertThat(dispute.state()).isEqualTo(DisputeState.CLOSED);
    assertThat(dispute.decision()).contains(DisputeState.UPHELD);
    assertThat(dispute.penalty().orElseThrow().state()).isEqualTo(Penalty.State.APPLIED);
    assertThat(dispute.decidedBy()).isNotEqualTo(Optional.of(dispute.engineerId()));
    Task task = read(tx -> tx.tasks().find(dispute.taskId())).orElseThrow();
    assertThat(task.externalId()).contains("dispute:" + dispute.id());
    assertThat(task.state()).isEqualTo(TaskState.DONE);
    FrozenVisit next = read(tx -> tx.frozenVisit(task.visitId().orElseThrow())).orElseThrow();
    ClosedVisit view = FrozenForm.MAPPER.readValue(next.json(), ClosedVisit.class);
    assertThat(view.disputes()).extracting(ClosedVisit.Disputed::id).containsExactly(dispute.id());
    assertThat(dispute.openedAt()).isBetween(view.previousVisitAt().orElseThrow(), NOW);
    assertThat(dispute.stateAt()).isBefore(view.departedAt());
  }

  @Test
  public void itIsLoadedOnce() {
    assertThatThrownBy(() -> demo.load(PASSWORD)).isInstanceOf(RefusedException.class);
  }

  @Test
  public void aBadPasswordLeavesNothing() {
    InMemoryStore empty = new InMemoryStore(clock);
    DemoData other = demo(empty, clock);
    assertThatThrownBy(() -> other.load("short")).isInstanceOf(InvalidInputException.class);
    assertThat(empty.read(tx -> tx.staff().count(StaffQuery.everything())).longValue()).isZero();
    assertThat(empty.read(tx -> tx.clients().count(ClientQuery.everything())).longValue()).isZero();
  }

  @Test
  public void itLoadsOnAnyDayOfTheWeek() {
    for (int day = 1; day <= 7; day++) {
      SettableClock then = new SettableClock(NOW.plusSeconds(86_400L * day));
      InMemoryStore empty = new InMemoryStore(then);
      assertThat(demo(empty, then).load(PASSWORD)).isNotBlank();
    }
  }

  private DemoData demo(InMemoryStore filled, SettableClock at) {
    return new DemoData(
        filled, at, new FakeAccounts(filled), new BrandingFiles(etc.getRoot().toPath()));
  }

  private List<Task> tasks(TaskState... states) {
    return read(
        tx ->
            tx.tasks()
                .all(TaskQuery.builder().clientId(romashka().id()).addStates(states).build()));
  }

  private Client romashka() {
    return read(tx -> tx.clients().first(ClientQuery.builder().code("romashka").build()))
        .orElseThrow();
  }

  private static List<Device> red(ClosedVisit view) {
    return view.devices().stream().filter(d -> d.verdict() == Verdict.RED).toList();
  }

  private <T> T read(Function<Transaction, T> work) {
    return store.read(work);
  }
}
