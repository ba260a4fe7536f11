package org.daybook.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryJobQueue;
import org.daybook.testkit.InMemoryStore;
import org.daybook.testkit.SettableClock;
import org.junit.Before;
import org.junit.Test;

public class DirectoryServiceTest {
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock();
  private final InMemoryJobQueue jobs = new InMemoryJobQueue(store, clock);
  private final DirectoryService directory = new DirectoryService(store, clock, jobs);

  private final Client client = Examples.client().toBuilder().id("").code("vasilyok").build();
  private final Site site = Examples.site().toBuilder().id("").build();
  private final Contact contact = Examples.contact().toBuilder().id("").build();
  private final Asset asset =
      Examples.asset().toBuilder().id("").hostname("buh-2").inventoryNumber("INV-0002").build();
  private final StaffMember engineer = Examples.staff(Role.ENGINEER).toBuilder().id("").build();

  @Before
  public void fillStore() {
    store.prepare(Examples::directory);
  }

  // Who may

  @Test
  public void onlyManagersAndAdministratorsChangeTheDirectory() {
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SUPPORT, Examples.SPECIALIST)) {
      forbidden(() -> directory.addClient(actor, client));
      forbidden(() -> directory.changeClient(actor, client));
      forbidden(() -> directory.addSite(actor, site));
      forbidden(() -> directory.changeSite(actor, site));
      forbidden(() -> directory.addContact(actor, contact));
      forbidden(() -> directory.changeContact(actor, contact));
      forbidden(() -> directory.addAsset(actor, asset));
      forbidden(() -> directory.changeAsset(actor, asset));
      forbidden(() -> directory.addStaff(actor, engineer));
      forbidden(() -> directory.changeStaff(actor, engineer));
    }
  }

  @Test
  public void anEngineerKeepsTheEquipmentOfTheSiteWhileBeingThere() {
    visit(VisitState.SCHEDULED);
    forbidden(() -> directory.addAsset(Examples.ENGINEER, asset));
    visit(VisitState.ON_SITE);
    Asset added = directory.addAsset(Examples.ENGINEER, asset);
    Asset retired =
        directory.changeAsset(
            Examples.ENGINEER,
            added.toBuilder()
                .retired(true)
                .retiredReason(" Списан ")
                .retiredVisitId(Examples.VISIT_ID)
                .build());
    assertThat(retired.retiredReason()).contains("Списан");
    assertThat(retired.retiredVisitId()).contains(Examples.VISIT_ID);
  }

  @Test
  public void anEngineerDoesNothingElseToEquipment() {
    visit(VisitState.ON_SITE);
    Asset added = directory.addAsset(Examples.ENGINEER, asset);
    forbidden(
        () ->
            directory.changeAsset(
                Examples.ENGINEER, added.toBuilder().name("Другая").retired(true).build()));
    forbidden(() -> directory.changeAsset(Examples.ENGINEER, added));
    forbidden(() -> directory.addAsset(Examples.ENGINEER, asset.toBuilder().siteId("far").build()));
    forbidden(() -> directory.addAsset(Examples.SPECIALIST, asset));
    Asset retired =
        directory.changeAsset(Examples.MANAGER, added.toBuilder().retired(true).build());
    forbidden(
        () -> directory.changeAsset(Examples.ENGINEER, retired.toBuilder().retired(false).build()));
  }

  @Test
  public void whyEquipmentIsGoneIsKnownAsLongAsItIs() {
    Asset added = directory.addAsset(Examples.MANAGER, asset);
    Asset gone =
        directory.changeAsset(
            Examples.MANAGER, added.toBuilder().retired(true).retiredReason("Списан").build());
    Asset renamed =
        directory.changeAsset(
            Examples.MANAGER,
            gone.toBuilder().name("Касса").retiredReason(Optional.empty()).build());
    assertThat(renamed.retiredReason()).contains("Списан");
    Asset back =
        directory.changeAsset(Examples.MANAGER, renamed.toBuilder().retired(false).build());
    assertThat(back.retiredReason()).isEmpty();
    invalid(
        () ->
            directory.changeAsset(
                Examples.MANAGER,
                back.toBuilder().retired(true).retiredReason("x".repeat(1001)).build()),
        "reason");
  }

  private void visit(VisitState state) {
    store.prepare(
        tx ->
            tx.visits()
                .find(Examples.VISIT_ID)
                .ifPresentOrElse(
                    visit -> tx.visits().update(visit.toBuilder().state(state).build()),
                    () -> tx.visits().insert(Examples.visit().toBuilder().state(state).build())));
  }

  @Test
  public void aManagerMakesNoAdministrator() {
    StaffMember manager = stored(Examples.MANAGER_ID);
    StaffMember administrator = stored(Examples.ADMIN_ID);
    forbidden(
        () -> directory.addStaff(Examples.MANAGER, engineer.toBuilder().role(Role.ADMIN).build()));
    forbidden(
        () ->
            directory.changeStaff(Examples.MANAGER, manager.toBuilder().role(Role.ADMIN).build()));
    forbidden(
        () ->
            directory.changeStaff(
                Examples.MANAGER, administrator.toBuilder().role(Role.ENGINEER).build()));
    assertThat(
            directory
                .addStaff(Examples.ADMIN, engineer.toBuilder().role(Role.ADMIN).build())
                .role())
        .isEqualTo(Role.ADMIN);
  }

  @Test
  public void theLastAdministratorStaysOne() {
    StaffMember administrator = stored(Examples.ADMIN_ID);
    refused(
        () ->
            directory.changeStaff(Examples.ADMIN, administrator.toBuilder().active(false).build()));
    refused(
        () ->
            directory.changeStaff(
                Examples.ADMIN, administrator.toBuilder().role(Role.MANAGER).build()));
    directory.addStaff(Examples.ADMIN, engineer.toBuilder().role(Role.ADMIN).build());
    directory.changeStaff(Examples.ADMIN, administrator.toBuilder().active(false).build());
  }

  @Test
  public void whoGetsAnotherRoleOrLeavesIsLoggedOutEverywhere() {
    store.prepare(tx -> tx.accounts().insert(Examples.account()));
    assertThat(accountVersion()).isEqualTo(1);
    StaffMember changed =
        directory.changeStaff(
            Examples.MANAGER, stored(Examples.ENGINEER_ID).toBuilder().phone("112").build());
    assertThat(accountVersion()).isEqualTo(1);
    changed =
        directory.changeStaff(Examples.MANAGER, changed.toBuilder().role(Role.SUPPORT).build());
    assertThat(accountVersion()).isEqualTo(2);
    changed = directory.changeStaff(Examples.MANAGER, changed.toBuilder().active(false).build());
    assertThat(accountVersion()).isEqualTo(3);
    directory.changeStaff(Examples.MANAGER, changed.toBuilder().active(true).build());
    assertThat(accountVersion()).isEqualTo(4);
  }

  private long accountVersion() {
    return store.read(tx -> tx.accounts().find(Examples.account().id()).orElseThrow().version());
  }

  // Adding and changing

  @Test
  public void districtsAreTidiedAndADayOfAnEngineerIsADay() {
    assertThat(
            directory
                .addSite(Examples.MANAGER, site.toBuilder().district(" Северный ").build())
                .district())
        .contains("Северный");
    invalid(() -> addSite(site.toBuilder().district("x".repeat(101)).build()), "district");
    assertThat(
            directory
                .addStaff(Examples.MANAGER, engineer.toBuilder().dayMinutes(240).build())
                .dayMinutes())
        .contains(240);
    for (int wrong : new int[] {0, -1, 1441}) {
      invalid(
          () ->
              directory.addStaff(Examples.MANAGER, engineer.toBuilder().dayMinutes(wrong).build()),
          "dayMinutes");
    }
  }

  @Test
  public void whatIsAddedGetsAnIdAndIsThere() {
    Client added = directory.addClient(Examples.MANAGER, client);
    Site itsSite =
        directory.addSite(Examples.MANAGER, site.toBuilder().clientId(added.id()).build());
    Asset itsAsset =
        directory.addAsset(
            Examples.MANAGER, asset.toBuilder().clientId(added.id()).siteId(itsSite.id()).build());
    Contact itsContact =
        directory.addContact(Examples.MANAGER, contact.toBuilder().clientId(added.id()).build());
    StaffMember member = directory.addStaff(Examples.MANAGER, engineer);
    assertThat(added.id()).isNotBlank();
    assertThat(added.version()).isEqualTo(1);
    assertThat(store.<Object>read(tx -> tx.clients().find(added.id())))
        .isEqualTo(Optional.of(added));
    assertThat(store.<Object>read(tx -> tx.assets().find(itsAsset.id())))
        .isEqualTo(Optional.of(itsAsset));
    assertThat(store.<Object>read(tx -> tx.contacts().find(itsContact.id())))
        .isEqualTo(Optional.of(itsContact));
    assertThat(stored(member.id())).isEqualTo(member);
  }

  @Test
  public void aChangeNamesWhoMadeIt() {
    Client added = directory.addClient(Examples.ADMIN, client);
    directory.changeClient(Examples.MANAGER, added.toBuilder().name("АО «Василёк»").build());
    var trail =
        store.read(
            tx ->
                tx.audit(
                        AuditQuery.builder().valueId(added.id()).build(),
                        new PageRequest(10, Optional.empty(), false))
                    .items());
    assertThat(trail).extracting("actorId").containsExactly(Examples.ADMIN_ID, Examples.MANAGER_ID);
  }

  @Test
  public void whoChangesAStaleValueIsTold() {
    Client seen = stored(Examples.client());
    directory.changeClient(Examples.MANAGER, seen.toBuilder().reviewFirst(true).build());
    assertThatThrownBy(
            () -> directory.changeClient(Examples.MANAGER, seen.toBuilder().active(false).build()))
        .isInstanceOf(StaleVersionException.class);
    assertThat(stored(Examples.client()).active()).isTrue();
  }

  @Test
  public void whatIsNotThereCannotBeChanged() {
    notFound(() -> directory.changeClient(Examples.MANAGER, client.toBuilder().id("x").build()));
    notFound(() -> directory.changeSite(Examples.MANAGER, site.toBuilder().id("x").build()));
    notFound(() -> directory.changeContact(Examples.MANAGER, contact.toBuilder().id("x").build()));
    notFound(() -> directory.changeAsset(Examples.MANAGER, asset.toBuilder().id("x").build()));
    notFound(() -> directory.changeStaff(Examples.MANAGER, engineer.toBuilder().id("x").build()));
  }

  @Test
  public void textsAreKeptWithoutSpaceAroundThemAndBlankOnesNotAtAll() {
    Contact added =
        directory.addContact(
            Examples.MANAGER,
            contact.toBuilder()
                .name("  Анна Лютикова ")
                .position("  ")
                .email(" anna@romashka.test ")
                .phone("")
                .build());
    assertThat(added.name()).isEqualTo("Анна Лютикова");
    assertThat(added.position()).isEmpty();
    assertThat(added.email()).contains("anna@romashka.test");
    assertThat(added.phone()).isEmpty();
  }

  @Test
  public void everyBadFieldIsNamedAtOnce() {
    Client bad =
        client.toBuilder()
            .code("A")
            .name("")
            .language(Locale.FRENCH)
            .zone(ZoneOffset.ofHours(3))
            .engineerId("nobody")
            .managerId("nobody")
            .build();
    invalid(
        () -> directory.addClient(Examples.MANAGER, bad),
        "code",
        "name",
        "language",
        "zone",
        "engineerId",
        "managerId");
    assertThat(store.<Long>read(tx -> tx.clients().count(ClientQuery.everything()))).isEqualTo(1);
  }

  // Clients

  @Test
  public void aCodeHasTwoToFortyLowerCaseLettersDigitsAndHyphens() {
    for (String code : List.of("", "a", "A1", "ромашка", "a b", "a_b", "a".repeat(41), "a\n")) {
      invalid(
          () -> directory.addClient(Examples.MANAGER, client.toBuilder().code(code).build()),
          "code");
    }
    assertThat(directory.addClient(Examples.MANAGER, client.toBuilder().code("a-1").build()).code())
        .isEqualTo("a-1");
  }

  @Test
  public void aCodeIsTakenOnce() {
    refused(
        () -> directory.addClient(Examples.MANAGER, client.toBuilder().code("romashka").build()));
    Client added = directory.addClient(Examples.MANAGER, client);
    refused(
        () -> directory.changeClient(Examples.MANAGER, added.toBuilder().code("romashka").build()));
  }

  @Test
  public void aClientReadsRussianOrEnglishInAZoneThatHasAName() {
    for (String tag : List.of("", "de", "en-US", "ru-RU")) {
      Locale language = Locale.forLanguageTag(tag);
      invalid(
          () ->
              directory.addClient(Examples.MANAGER, client.toBuilder().language(language).build()),
          "language");
    }
    for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("GMT+3"), ZoneOffset.ofHours(3))) {
      invalid(
          () -> directory.addClient(Examples.MANAGER, client.toBuilder().zone(zone).build()),
          "zone");
    }
    assertThat(
            directory
                .addClient(
                    Examples.MANAGER,
                    client.toBuilder()
                        .language(Examples.ENGLISH)
                        .zone(ZoneId.of("Asia/Vladivostok"))
                        .build())
                .version())
        .isEqualTo(1);
  }

  @Test
  public void aClientIsLookedAfterByPeopleWhoDoThat() {
    invalid(
        () ->
            directory.addClient(
                Examples.MANAGER, client.toBuilder().engineerId(Examples.MANAGER_ID).build()),
        "engineerId");
    invalid(
        () ->
            directory.addClient(
                Examples.MANAGER, client.toBuilder().managerId(Examples.ENGINEER_ID).build()),
        "managerId");
  }

  @Test
  public void whoHasLeftIsNotNamedAnewButMayStay() {
    StaffMember left = stored(Examples.ENGINEER_ID).toBuilder().active(false).build();
    directory.changeStaff(Examples.MANAGER, left);
    invalid(() -> directory.addClient(Examples.MANAGER, client), "engineerId");
    Client old = stored(Examples.client());
    directory.changeClient(Examples.MANAGER, old.toBuilder().name("ООО «Другое имя»").build());
  }

  // Sites, contacts, equipment

  @Test
  public void whoIsToldOfComingVisitsIsLookedAtWhenAContactChanges() {
    store.prepare(
        tx -> {
          Visit coming =
              Examples.visit().toBuilder().plannedFor(clock.instant().plusSeconds(60)).build();
          tx.visits().insert(coming);
          tx.visits()
              .insert(
                  coming.toBuilder()
                      .id("over")
                      .plannedFor(clock.instant().minusSeconds(60))
                      .build());
          tx.visits().insert(coming.toBuilder().id("draft").state(VisitState.DRAFT).build());
          tx.visits().insert(coming.toBuilder().id("urgent").kind(VisitKind.EMERGENCY).build());
          tx.visits().insert(coming.toBuilder().id("theirs").clientId("client-other").build());
        });
    Contact known = store.read(tx -> tx.contacts().find(Examples.CONTACT_ID)).orElseThrow();

    directory.changeContact(
        Examples.MANAGER, known.toBuilder().email("lyutikova@romashka.test").build());
    assertThat(jobs.jobs()).containsOnlyKeys(new Job("invitation", Examples.VISIT_ID));

    jobs.runAll(new Told());
    directory.addContact(Examples.MANAGER, contact.toBuilder().email("b@romashka.test").build());
    assertThat(jobs.jobs()).containsOnlyKeys(new Job("invitation", Examples.VISIT_ID));
  }

  /** Tells nobody, and is done. */
  private static final class Told implements JobHandler {
    @Override
    public String type() {
      return "invitation";
    }

    @Override
    public JobOutcome run(Job job) {
      return JobOutcome.finished();
    }
  }

  @Test
  public void sitesHaveANameAndAnAddress() {
    invalid(() -> addSite(site.toBuilder().name(" ").build()), "name");
    invalid(() -> addSite(site.toBuilder().name("x".repeat(201)).build()), "name");
    invalid(() -> addSite(site.toBuilder().address("").build()), "address");
    invalid(() -> addSite(site.toBuilder().address("x".repeat(501)).build()), "address");
    invalid(() -> addSite(site.toBuilder().clientId("nobody").build()), "clientId");
  }

  @Test
  public void nothingGoesFromOneClientToAnother() {
    Client other = directory.addClient(Examples.MANAGER, client);
    Site itsSite =
        directory.addSite(Examples.MANAGER, site.toBuilder().clientId(other.id()).build());
    invalid(
        () ->
            directory.changeSite(
                Examples.MANAGER, itsSite.toBuilder().clientId(Examples.CLIENT_ID).build()),
        "clientId");
    invalid(
        () ->
            directory.changeContact(
                Examples.MANAGER,
                Examples.contact().toBuilder().clientId(other.id()).version(1).build()),
        "clientId");
    invalid(
        () ->
            directory.changeAsset(
                Examples.MANAGER,
                Examples.asset().toBuilder()
                    .clientId(other.id())
                    .siteId(itsSite.id())
                    .version(1)
                    .build()),
        "clientId");
    invalid(() -> addAsset(asset.toBuilder().siteId(itsSite.id()).build()), "siteId");
    invalid(() -> addAsset(asset.toBuilder().siteId("nowhere").build()), "siteId");
  }

  @Test
  public void whoGetsTheReportsHasAnAddress() {
    invalid(() -> addContact(contact.toBuilder().email(Optional.empty()).build()), "email");
    addContact(contact.toBuilder().email(Optional.empty()).reportRecipient(false).build());
  }

  @Test
  public void namesHaveNoLineBreaks() {
    for (String name : List.of("a\nBcc: b@example.com", "a\r\nb", "a\u0000b", "a\u2028b")) {
      invalid(() -> addContact(contact.toBuilder().name(name).build()), "name");
      invalid(() -> addContact(contact.toBuilder().phone(name).build()), "phone");
      invalid(
          () -> directory.addStaff(Examples.MANAGER, engineer.toBuilder().name(name).build()),
          "name");
    }
  }

  @Test
  public void equipmentIsNamedOncePerClientIgnoringCase() {
    refused(() -> addAsset(asset.toBuilder().hostname("BUH-1").build()));
    refused(() -> addAsset(asset.toBuilder().inventoryNumber("inv-0001").build()));
    refused(() -> addAsset(asset.toBuilder().hostname("INV-0001").build()));
    refused(() -> addAsset(asset.toBuilder().inventoryNumber("buh-1").build()));
    Asset added = directory.addAsset(Examples.MANAGER, asset);
    refused(
        () -> directory.changeAsset(Examples.MANAGER, added.toBuilder().hostname("Buh-1").build()));
    directory.changeAsset(Examples.MANAGER, added.toBuilder().hostname("BUH-2").build());
  }

  @Test
  public void equipmentHasANameAndAHostnameWithoutSpaces() {
    invalid(() -> addAsset(asset.toBuilder().name("").build()), "name");
    invalid(() -> addAsset(asset.toBuilder().hostname("buh 2").build()), "hostname");
    invalid(() -> addAsset(asset.toBuilder().hostname("x".repeat(254)).build()), "hostname");
    invalid(
        () -> addAsset(asset.toBuilder().inventoryNumber("x".repeat(101)).build()),
        "inventoryNumber");
    addAsset(
        asset.toBuilder().hostname(Optional.empty()).inventoryNumber(Optional.empty()).build());
  }

  // Staff

  @Test
  public void staffAnswerToAManagerWhoIsSomebodyElse() {
    invalid(
        () ->
            directory.addStaff(
                Examples.MANAGER, engineer.toBuilder().managerId(Examples.SUPPORT_ID).build()),
        "managerId");
    StaffMember manager = stored(Examples.MANAGER_ID);
    invalid(
        () ->
            directory.changeStaff(
                Examples.MANAGER, manager.toBuilder().managerId(Examples.MANAGER_ID).build()),
        "managerId");
  }

  @Test
  public void badStaffAreNamed() {
    invalid(
        () ->
            directory.addStaff(
                Examples.MANAGER,
                engineer.toBuilder()
                    .name("")
                    .email("nobody")
                    .phone("1".repeat(51))
                    .department("x".repeat(101))
                    .build()),
        "name",
        "email",
        "phone",
        "department");
  }

  private void addSite(Site draft) {
    directory.addSite(Examples.MANAGER, draft);
  }

  private void addContact(Contact draft) {
    directory.addContact(Examples.MANAGER, draft);
  }

  private void addAsset(Asset draft) {
    directory.addAsset(Examples.MANAGER, draft);
  }

  private StaffMember stored(String id) {
    return store.read(tx -> tx.staff().find(id).orElseThrow());
  }

  private Client stored(Client value) {
    return store.read(tx -> tx.clients().find(value.id()).orElseThrow());
  }

  private static void forbidden(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ForbiddenException.class);
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(RefusedException.class);
  }

  private static void notFound(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
  }

  private static void invalid(ThrowingCallable call, String... fields) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.errors()).extracting("field").contains((Object[]) fields));
  }
}
