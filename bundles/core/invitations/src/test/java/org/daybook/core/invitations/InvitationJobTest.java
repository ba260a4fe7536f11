package org.daybook.core.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.Invitation;
import org.daybook.api.delivery.Letter.Mailbox;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.Post;
import org.daybook.api.job.Job;
import org.daybook.api.store.InvitationQuery;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.rendering.icalendar.IcalendarWriter;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class InvitationJobTest {
  private final Fixture fixture = new Fixture();

  @Test
  public void theResponsiblePersonIsInvitedInTheirLanguageAndZone() throws Exception {
    fixture.look();
    Mailing letter = only();
    assertThat(letter.to()).isEqualTo(new Mailbox("Анна Лютикова", "anna@romashka.test"));
    assertThat(letter.replyTo()).contains(new Mailbox("Ольга Берёзкина", "olga@service.test"));
    assertThat(letter.overseerId()).contains(Examples.MANAGER_ID);
    assertThat(letter.subject()).isEqualTo("Выезд инженера 19.03 в 09:00 — ООО «Ромашка»");
    assertThat(letter.text())
        .isEqualTo(
            """
            Здравствуйте, Анна Лютикова!

            К вам приедет инженер Пётр Одуванчиков: 19 марта, четверг, в 09:00.
            Адрес: Главный офис, Луговая улица, 5

            Если что-то не подходит, просто ответьте на это письмо.
            """);
    assertThat(letter.follows()).isEmpty();
    assertThat(letter.calendar().orElseThrow().method()).isEqualTo("REQUEST");
    String event = event(letter);
    assertThat(event)
        .contains("UID:visit-visit-1@daybook")
        .contains("SEQUENCE:1\r\n")
        .contains("DTSTART;TZID=Europe/Moscow:20260319T090000")
        .contains("SUMMARY:Выезд инженера: ООО «Ромашка»")
        .contains("LOCATION:Главный офис\\, Луговая улица\\, 5")
        .contains("mailto:olga@service.test")
        .contains("mailto:anna@romashka.test")
        .contains("DTSTAMP:20260312T060000Z");
  }

  @Test
  public void anEnglishClientIsInvitedInEnglish() {
    fixture.store.prepare(
        tx -> {
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .language(Examples.ENGLISH)
                      .zone(ZoneId.of("Europe/Berlin"))
                      .build());
        });
    fixture.look();
    assertThat(only().subject()).isEqualTo("Engineer’s visit 19 Mar at 07:00 — ООО «Ромашка»");
    assertThat(event(only())).contains("DTSTART;TZID=Europe/Berlin:20260319T070000");
  }

  @Test
  public void aRepeatTellsNothing() {
    fixture.look();
    fixture.look();
    fixture.change(visit -> visit.reason("no move"));
    fixture.look();
    assertThat(fixture.post.all()).hasSize(1);
  }

  @Test
  public void ofSeveralMovesOnlyTheOutcomeIsTold() {
    fixture.look();
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(1))));
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(2))));
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(5))));
    fixture.look();
    assertThat(fixture.post.all()).hasSize(2);
    Mailing update = fixture.post.last();
    assertThat(update.subject())
        .isEqualTo("Изменение: выезд инженера 24.03 в 09:00 — ООО «Ромашка»");
    assertThat(update.follows()).contains(fixture.post.all().get(0).key());
    assertThat(event(update)).contains("SEQUENCE:4\r\n").contains("METHOD:REQUEST");
  }

  @Test
  public void whatWasMovedAndMovedBackIsNotTold() {
    fixture.look();
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(1))));
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED));
    fixture.look();
    assertThat(fixture.post.all()).hasSize(1);
  }

  @Test
  public void anotherEngineerIsTold() {
    fixture.look();
    fixture.store.prepare(
        tx -> {
          tx.staff()
              .insert(
                  Examples.staff(Role.ENGINEER).toBuilder()
                      .id("engineer-2")
                      .name("Иван Клёнов")
                      .build());
        });
    fixture.change(visit -> visit.engineerId("engineer-2"));
    fixture.look();
    assertThat(fixture.post.last().text()).contains("Теперь так: приедет Иван Клёнов");
    assertThat(event(fixture.post.last())).contains("SEQUENCE:2\r\n");
  }

  @Test
  public void aVisitThatIsCalledOffOrMissedIsCancelledOnce() {
    for (VisitState end : new VisitState[] {VisitState.CANCELLED, VisitState.MISSED}) {
      Fixture other = new Fixture();
      other.look();
      other.change(visit -> visit.state(end).reason("болезнь"));
      other.look();
      other.look();
      assertThat(other.post.all()).hasSize(2);
      Mailing cancellation = other.post.last();
      assertThat(cancellation.subject())
          .isEqualTo("Отмена: выезд инженера 19.03 в 09:00 — ООО «Ромашка»");
      assertThat(cancellation.calendar().orElseThrow().method()).isEqualTo("CANCEL");
      assertThat(event(cancellation))
          .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2\r\n");
      assertThat(cancellation.follows()).contains(other.post.all().get(0).key());
    }
  }

  @Test
  public void whoWasNeverInvitedHearsOfNoCancellation() {
    fixture.change(visit -> visit.state(VisitState.CANCELLED));
    fixture.look();
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void emergenciesDraftsAndThePastAreNotAnnounced() {
    fixture.change(visit -> visit.kind(VisitKind.EMERGENCY));
    fixture.look();
    fixture.change(visit -> visit.kind(VisitKind.PLANNED).state(VisitState.DRAFT));
    fixture.look();
    for (VisitState state : VisitState.values()) {
      if (state != VisitState.SCHEDULED) {
        fixture.change(visit -> visit.state(state));
        fixture.look();
      }
    }
    fixture.change(visit -> visit.state(VisitState.SCHEDULED));
    fixture.clock.set(Fixture.PLANNED);
    fixture.look();
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void withoutAResponsiblePersonThoseWhoGetTheReportsAreInvited() {
    fixture.store.prepare(
        tx -> {
          tx.contacts()
              .update(
                  tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                      .responsible(false)
                      .build());
          tx.contacts()
              .insert(
                  Examples.contact().toBuilder()
                      .id("contact-2")
                      .email("boris@romashka.test")
                      .responsible(false)
                      .reportRecipient(false)
                      .build());
        });
    fixture.look();
    assertThat(only().to().address()).isEqualTo("anna@romashka.test");
  }

  @Test
  public void whoHasNoAddressOrIsExceptedGetsNothing() {
    fixture.with(settings(Set.of(Examples.CONTACT_ID), true)).look();
    fixture.store.prepare(
        tx -> {
          tx.contacts()
              .update(
                  tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                      .email(Optional.empty())
                      .build());
        });
    fixture.with(Fixture.SETTINGS).look();
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void atAnotherAddressTheInvitationIsTheFirst() {
    fixture.look();
    fixture.store.prepare(
        tx -> {
          tx.contacts()
              .update(
                  tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                      .email("lyutikova@romashka.test")
                      .build());
        });
    fixture.look();
    fixture.look();
    assertThat(fixture.post.all()).hasSize(2);
    Mailing again = fixture.post.last();
    assertThat(again.to().address()).isEqualTo("lyutikova@romashka.test");
    assertThat(again.subject()).isEqualTo(fixture.post.all().get(0).subject());
    assertThat(event(again)).contains("SEQUENCE:2\r\n");

    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(1))));
    fixture.look();
    assertThat(fixture.post.last().subject()).startsWith("Изменение:");
  }

  @Test
  public void aCancellationIsToldAfterTheEndOfTheContractToo() {
    fixture.look();
    fixture.store.prepare(
        tx -> {
          tx.clients()
              .update(
                  tx.clients().find(Examples.CLIENT_ID).orElseThrow().toBuilder()
                      .active(false)
                      .build());
        });
    fixture.change(visit -> visit.plannedFor(Fixture.PLANNED.plus(Duration.ofDays(1))));
    fixture.look();
    assertThat(fixture.post.all()).hasSize(1);
    fixture.change(visit -> visit.state(VisitState.CANCELLED));
    fixture.look();
    fixture.look();
    assertThat(fixture.post.all()).hasSize(2);
    assertThat(event(fixture.post.last())).contains("METHOD:CANCEL");
  }

  @Test
  public void whoIsNoLongerResponsibleIsToldThatItIsOff() {
    fixture.look();
    fixture.store.prepare(
        tx -> {
          tx.contacts()
              .update(
                  tx.contacts().find(Examples.CONTACT_ID).orElseThrow().toBuilder()
                      .responsible(false)
                      .build());
          tx.contacts()
              .insert(
                  Examples.contact().toBuilder()
                      .id("contact-2")
                      .name("Борис Дубов")
                      .email("boris@romashka.test")
                      .build());
        });
    fixture.look();
    assertThat(fixture.post.all())
        .extracting(letter -> letter.to().address(), letter -> letter.calendar().get().method())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("anna@romashka.test", "REQUEST"),
            org.assertj.core.groups.Tuple.tuple("boris@romashka.test", "REQUEST"),
            org.assertj.core.groups.Tuple.tuple("anna@romashka.test", "CANCEL"));
  }

  @Test
  public void switchedOffNobodyIsInvited() {
    fixture.with(settings(Set.of(), false)).look();
    assertThat(fixture.post.all()).isEmpty();
  }

  @Test
  public void withoutAManagersAddressTheEngineerInvitesAndThenTheInstallation() {
    fixture.store.prepare(
        tx -> {
          tx.staff()
              .update(
                  tx.staff().find(Examples.MANAGER_ID).orElseThrow().toBuilder()
                      .email(Optional.empty())
                      .build());
        });
    fixture.look();
    assertThat(event(only())).contains("mailto:petr@service.test");
    fixture.store.prepare(
        tx -> {
          tx.staff()
              .update(
                  tx.staff().find(Examples.ENGINEER_ID).orElseThrow().toBuilder()
                      .email(Optional.empty())
                      .build());
        });
    fixture.look();
    assertThat(event(fixture.post.last())).contains("ORGANIZER:mailto:daybook@example.com");
  }

  @Test
  public void ifTheLetterIsNotQueuedItIsToldTheNextTime() {
    Post broken =
        new Post() {
          @Override
          public void send(Mailing mailing) {
            throw new IllegalStateException("the process was killed here");
          }

          @Override
          public String addressOf(String path) {
            return path;
          }
        };
    InvitationJob job =
        new InvitationJob(
            fixture.store, broken, new IcalendarWriter(), fixture.clock, Fixture.SETTINGS);
    assertThatThrownBy(() -> job.run(new Job(InvitationJob.TYPE, Examples.VISIT_ID)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(invitations()).isZero();
    fixture.look();
    fixture.look();
    assertThat(fixture.post.all()).hasSize(1);
    assertThat(invitations()).isEqualTo(1);
    assertThat(fixture.store.<Long>read(tx -> tx.letters().count(LetterQuery.everything())))
        .isEqualTo(1);
  }

  @Test
  public void aVisitThatIsPutBackIntoTheCalendarIsAnnouncedAnew() {
    fixture.look();
    fixture.change(visit -> visit.state(VisitState.CANCELLED));
    fixture.look();
    fixture.change(visit -> visit.state(VisitState.SCHEDULED));
    fixture.look();
    Invitation last =
        fixture.store.read(tx -> tx.invitations().all(InvitationQuery.everything())).get(0);
    assertThat(last.cancelled()).isFalse();
    assertThat(last.sequence()).isEqualTo(3);
    assertThat(fixture.post.last().subject()).startsWith("Выезд инженера");
  }

  @Test
  public void theInvitationPassesTheValidation() throws Exception {
    fixture.look();
    Calendar calendar = new CalendarBuilder().build(new StringReader(event(only()).toString()));
    assertThat(calendar.validate().getEntries()).isEmpty();
  }

  private static Settings settings(Set<String> except, boolean on) {
    Settings usual = Fixture.SETTINGS;
    return new Settings(
        on,
        on,
        except,
        usual.visit(),
        usual.reminderDays(),
        usual.reminderTime(),
        usual.reminderLeast(),
        usual.sweepEvery(),
        usual.organizerAddress());
  }

  private long invitations() {
    return fixture.store.<Long>read(tx -> tx.invitations().count(InvitationQuery.everything()));
  }

  private Mailing only() {
    assertThat(fixture.post.all()).hasSize(1);
    return fixture.post.last();
  }

  /** Its lines unfolded. */
  private static String event(Mailing letter) {
    return letter.calendar().orElseThrow().content().replace("\r\n ", "");
  }
}
