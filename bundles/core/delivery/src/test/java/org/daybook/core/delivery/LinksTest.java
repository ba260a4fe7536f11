package org.daybook.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daybook.api.delivery.Delivery;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.directory.Contact;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.AuditEntry;
import org.daybook.api.store.AuditQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.ReportLinkQuery;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The link in a letter: what it opens, for how long, and what happens behind it. */
public class LinksTest {
  private static final String PAGE = "https://reports.service.test/r/";

  @Rule public final TemporaryFolder files = new TemporaryFolder();

  private final Fixture fixture = new Fixture();

  @Test
  public void theLetterCarriesAPageOfTheRecipientsOwnAndThePdfDoesNot() {
    fixture.deliver();
    String address = fixture.html.presentations.get(0).pageAddress().orElseThrow();
    assertThat(address).matches(java.util.regex.Pattern.quote(PAGE) + "[A-Za-z0-9_-]{43}");
    assertThat(fixture.text.presentations.get(0).pageAddress()).contains(address);
    assertThat(fixture.pdf.presentations).hasSize(1);
    assertThat(fixture.pdf.presentations.get(0).pageAddress()).isEmpty();
  }

  @Test
  public void onlyTheHashOfTheTokenIsStored() {
    fixture.deliver();
    String token = token();
    ReportLink link = link();
    assertThat(link.hash()).isEqualTo(Links.hash(token)).hasSize(64);
    assertThat(link.deliveryId()).isEqualTo(fixture.delivery().id());
    assertThat(link.visitId()).isEqualTo(Examples.VISIT_ID);
    assertThat(link.contactId()).isEqualTo(Examples.CONTACT_ID);
    assertThat(link.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofDays(180)));
    assertThat(audit("report link", link.id()).toString()).doesNotContain(token);
  }

  @Test
  public void theLinkOpensBeforeTheServerHasTheLetter() {
    fixture.mail.answer =
        () -> {
          assertThat(fixture.links.open(token()).revisions()).hasSize(1);
          return new Receipt.Sent("250 taken");
        };
    assertThat(fixture.deliver().state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  public void everyAttemptCarriesTheSameLinkAndStoresItOnce() {
    fixture.mail.answer = () -> new Receipt.Deferred("451 later");
    fixture.deliver();
    fixture.advance(Duration.ofHours(1));
    fixture.advance(Duration.ofHours(2));
    Set<String> addresses = new HashSet<>();
    fixture.html.presentations.forEach(each -> addresses.add(each.pageAddress().orElseThrow()));
    assertThat(fixture.html.presentations).hasSize(3);
    assertThat(addresses).hasSize(1);
    assertThat(links()).hasSize(1);
  }

  @Test
  public void itOpensAllRevisionsThatWereSentNewestFirst() {
    fixture.deliver();
    String token = token();
    fixture.store.prepare(
        tx -> {
          tx.reports()
              .update(
                  tx.reports().find(Examples.REPORT_ID).orElseThrow().toBuilder()
                      .state(ReportState.SUPERSEDED)
                      .build());
          tx.reports().insert(revision(2).state(ReportState.SUPERSEDED).build());
          tx.reports()
              .insert(revision(3).state(ReportState.RELEASED).releasedAt(Examples.NOW).build());
          tx.reports().insert(revision(4).state(ReportState.HELD).build());
          tx.reports().insert(otherVisit());
        });
    LinkedReport opened = fixture.links.open(token);
    assertThat(opened.revisions()).extracting(VisitReport::revision).containsExactly(3, 1);
    assertThat(opened.contact()).isEqualTo("Анна Лютикова");
    assertThat(opened.language()).isEqualTo(Examples.RUSSIAN);
    assertThat(opened.zone()).isEqualTo(Examples.ZONE);
    assertThat(opened.acknowledged()).isFalse();
  }

  @Test
  public void theFirstOpeningIsNotedOnce() {
    fixture.deliver();
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.links.open(token()).link().openedAt()).contains(fixture.clock.instant());
    ReportLink first = link();
    fixture.advance(Duration.ofHours(1));
    fixture.links.open(token());
    assertThat(link()).isEqualTo(first);
    assertThat(audit("report link", first.id()))
        .last()
        .satisfies(
            entry -> assertThat(entry.actorId()).isEqualTo("contact:" + Examples.CONTACT_ID));
  }

  @Test
  public void unknownExpiredAndRevokedAreToldAlikeAndChangeNothing() {
    fixture.deliver();
    String token = token();
    String unknown = sentence("A".repeat(43));
    for (String guess :
        Arrays.asList(null, "", "x", token + "x", token.substring(1), "A".repeat(100_000))) {
      assertThat(sentence(guess)).isEqualTo(unknown);
    }
    fixture.clock.advance(Duration.ofDays(180));
    assertThat(sentence(token)).isEqualTo(unknown);
    fixture.clock.set(Examples.NOW.plus(Duration.ofDays(1)));
    fixture.links.open(token);
    fixture.links.revoke(Examples.MANAGER, fixture.delivery().id());
    assertThat(sentence(token)).isEqualTo(unknown).doesNotContain(token);
    Delivery before = fixture.delivery();
    assertThatThrownBy(() -> fixture.links.acknowledge(token, 1))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(unknown);
    assertThat(fixture.delivery()).isEqualTo(before);
  }

  @Test
  public void anExpiredTokenAcknowledgesNothing() {
    fixture.deliver();
    String token = token();
    Delivery delivery = fixture.delivery();
    ReportLink link = link();
    fixture.clock.set(link.expiresAt());
    assertThatThrownBy(() -> fixture.links.acknowledge(token, 1))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(sentence("A".repeat(43)));
    assertThat(fixture.delivery()).isEqualTo(delivery);
    assertThat(link()).isEqualTo(link);
    fixture.clock.set(link.expiresAt().minusMillis(1));
    fixture.links.acknowledge(token, 1);
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
  }

  @Test
  public void onlyManagersTakeLinksBack() {
    String id = fixture.deliver().id();
    assertThatThrownBy(() -> fixture.links.revoke(Examples.ENGINEER, id))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> fixture.links.revoke(Examples.MANAGER, "unknown"))
        .isInstanceOf(NotFoundException.class);
    fixture.links.revoke(Examples.MANAGER, id);
    ReportLink revoked = link();
    fixture.links.revoke(Examples.ADMIN, id);
    assertThat(link()).isEqualTo(revoked);
  }

  @Test
  public void acknowledgingIsNotedOnceAndBecomesTheState() {
    fixture.deliver();
    fixture.advance(Duration.ofHours(3));
    fixture.links.acknowledge(token(), 1);
    Delivery acknowledged = fixture.delivery();
    assertThat(acknowledged.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    assertThat(acknowledged.stateAt()).contains(fixture.clock.instant());
    assertThat(fixture.links.open(token()).acknowledged()).isTrue();
    fixture.links.acknowledge(token(), 1);
    assertThat(fixture.delivery()).isEqualTo(acknowledged);
  }

  @Test
  public void acknowledgingWhatBouncedIsWrittenDownAndChangesNoState() {
    Delivery sent = fixture.deliver();
    fixture.returns.take(ReturnsTest.failed(sent.id()));
    fixture.links.acknowledge(token(), 1);
    fixture.links.acknowledge(token(), 1);
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.BOUNCED);
    assertThat(fixture.delivery().lastAnswer().orElseThrow())
        .contains("5.1.1")
        .containsOnlyOnce("Acknowledged");
  }

  @Test
  public void whatIsAcknowledgedBeforeItsServerSaidYesStaysSo() {
    fixture.mail.answer = () -> new Receipt.Deferred("The connection ended after the message.");
    fixture.deliver();
    fixture.links.acknowledge(token(), 1);
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.DEFERRED);
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.advance(Duration.ofHours(1));
    assertThat(fixture.delivery().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
  }

  @Test
  public void aRevisionThatWasNotSeenIsNotAcknowledged() {
    fixture.deliver();
    Delivery before = fixture.delivery();
    assertThatThrownBy(() -> fixture.links.acknowledge(token(), 2))
        .isInstanceOf(RefusedException.class);
    assertThat(fixture.delivery()).isEqualTo(before);
  }

  @Test
  public void whoIsToGetNoReportsAnyMoreReadsNone() {
    fixture.deliver();
    String token = token();
    fixture.links.open(token);
    fixture.store.prepare(
        tx -> {
          Contact contact = tx.contacts().find(Examples.CONTACT_ID).orElseThrow();
          tx.contacts().update(contact.toBuilder().reportRecipient(false).build());
        });
    assertThat(sentence(token)).isEqualTo(sentence("A".repeat(43)));
  }

  @Test
  public void whoeverIsWrittenToAfterALinkWasTakenBackGetsAnother() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no");
    String id = fixture.deliver().id();
    String before = token();
    fixture.links.revoke(Examples.MANAGER, id);
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.service.retry(Examples.MANAGER, id);
    fixture.run();
    String after = fixture.html.presentations.get(1).pageAddress().orElseThrow();
    assertThat(after).doesNotContain(before);
    fixture.links.open(after.substring(after.lastIndexOf('/') + 1));
    assertThatThrownBy(() -> fixture.links.open(before)).isInstanceOf(NotFoundException.class);
  }

  @Test
  public void aLetterThatWasNotWrittenHasNoLinkToTakeBack() {
    fixture.service.queue(Examples.report());
    assertThatThrownBy(() -> fixture.links.revoke(Examples.MANAGER, fixture.delivery().id()))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  public void aLetterThatGoesOutLateCarriesALinkThatLasts() {
    fixture.mail.answer = () -> new Receipt.Refused("550 no");
    String id = fixture.deliver().id();
    fixture.clock.advance(Duration.ofDays(170));
    fixture.mail.answer = () -> new Receipt.Sent("250 taken");
    fixture.service.retry(Examples.MANAGER, id);
    fixture.run();
    assertThat(link().expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofDays(180)));
    assertThat(links()).hasSize(1);
  }

  @Test
  public void theKeyIsMadeOnceForItsOwnerAlone() throws Exception {
    Path file = files.getRoot().toPath().resolve("daybook/link.key");
    String token = new LinkKey(file).tokenOf("d-1");
    assertThat(Files.readAllBytes(file)).hasSize(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var folder = Files.list(file.getParent())) {
      assertThat(folder).hasSize(1);
    }
    assertThat(new LinkKey(file).tokenOf("d-1")).isEqualTo(token);
    assertThat(new LinkKey(file).tokenOf("d-2")).isNotEqualTo(token);
    Path other = files.getRoot().toPath().resolve("other.key");
    assertThat(new LinkKey(other).tokenOf("d-1")).isNotEqualTo(token);
  }

  @Test
  public void aKeyThatIsDamagedIsRefusedAndNeverReplaced() throws Exception {
    Path file = files.getRoot().toPath().resolve("link.key");
    Files.write(file, "short".getBytes(StandardCharsets.US_ASCII));
    LinkKey key = new LinkKey(file);
    assertThatThrownBy(() -> key.tokenOf("d-1"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo("short");
    Files.write(file, new byte[32]);
    assertThat(key.tokenOf("d-1")).hasSize(43);
  }

  private String token() {
    String address = fixture.html.presentations.get(0).pageAddress().orElseThrow();
    return address.substring(PAGE.length());
  }

  private String sentence(String token) {
    try {
      fixture.links.open(token);
      throw new AssertionError("opened: " + token);
    } catch (NotFoundException e) {
      return e.getMessage();
    }
  }

  private ReportLink link() {
    assertThat(links()).hasSize(1);
    return links().get(0);
  }

  private List<ReportLink> links() {
    return fixture.store.read(tx -> tx.reportLinks().all(ReportLinkQuery.everything()));
  }

  private List<AuditEntry> audit(String kind, String id) {
    return fixture.store.read(
        tx ->
            tx.audit(
                    AuditQuery.builder().kind(kind).valueId(id).build(),
                    new PageRequest(100, java.util.Optional.empty(), false))
                .items());
  }

  private static VisitReport.Builder revision(int revision) {
    return VisitReport.builder()
        .from(Examples.report())
        .id("report-1-" + revision)
        .revision(revision)
        .reason("A task was missing.")
        .releasedAt(java.util.Optional.empty());
  }

  private static VisitReport otherVisit() {
    return VisitReport.builder()
        .from(Examples.report())
        .id("report-2")
        .number("2026-0002")
        .visitId("visit-2")
        .build();
  }
}
