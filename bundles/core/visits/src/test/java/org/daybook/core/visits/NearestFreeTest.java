package org.daybook.core.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.visit.Candidate;
import org.daybook.api.visit.Candidate.Nearness;
import org.daybook.api.visit.Visit;
import org.daybook.api.visit.VisitKind;
import org.daybook.api.visit.VisitState;
import org.daybook.testkit.Examples;
import org.junit.Test;

public final class NearestFreeTest {
  private final VisitsFixture world = new VisitsFixture();

  public NearestFreeTest() {
    world.put(
        tx -> {
          // The fixture's visit is not of today.
          tx.visits()
              .update(
                  tx.visits().find(Examples.VISIT_ID).orElseThrow().toBuilder()
                      .plannedFor(Examples.NOW.plus(Duration.ofDays(9)))
                      .build());
          tx.clients()
              .insert(
                  Examples.client().toBuilder()
                      .id("client-vasilek")
                      .code("vasilek")
                      .name("ООО «Василёк»")
                      .build());
          tx.sites()
              .insert(
                  Examples.site().toBuilder()
                      .id("site-vasilek")
                      .clientId("client-vasilek")
                      .build());
          tx.sites().insert(Examples.site().toBuilder().id("site-store").build());
        });
    engineer("anna", "Анна Ветрова");
    engineer("boris", "Борис Котов");
  }

  @Test
  public void withNothingElseToTellThemApartTheUsualEngineerComesFirst() {
    assertThat(candidates())
        .extracting(Candidate::engineerId)
        .containsExactly(Examples.ENGINEER_ID, "anna", "boris");
    assertThat(candidates().get(0).usual()).isTrue();
    assertThat(candidates().get(0).reason())
        .isEqualTo("Free now. Has no visit today. Usually comes to this client.");
  }

  @Test
  public void whoIsAtAVisitIsNotFree() {
    visit("anna", "site-vasilek", -1, VisitState.ON_SITE, VisitKind.PLANNED);
    Candidate anna = candidate("anna");
    assertThat(anna.free()).isFalse();
    assertThat(anna.reason()).startsWith("At a visit to ООО «Василёк» now.");
    assertThat(candidates()).extracting(Candidate::engineerId).endsWith("anna");
  }

  @Test
  public void aVisitOfYesterdayThatWasNeverClosedKeepsItsEngineer() {
    visit("anna", "site-vasilek", -26, VisitState.CLOSING, VisitKind.PLANNED);
    assertThat(candidate("anna").free()).isFalse();
  }

  @Test
  public void whoIsDueBeforeTheyCouldBeBackIsNotFree() {
    visit("anna", "site-vasilek", 3, VisitState.SCHEDULED, VisitKind.PLANNED);
    visit("boris", "site-vasilek", 4, VisitState.SCHEDULED, VisitKind.PLANNED);
    assertThat(candidate("anna").free()).isFalse();
    assertThat(candidate("anna").reason())
        .startsWith("Is due at ООО «Василёк» at 12:00, before they could be back.");
    assertThat(candidate("boris").free()).isTrue();
    assertThat(candidate("boris").nearness()).isEqualTo(Nearness.ELSEWHERE);
  }

  @Test
  public void anotherEmergencyKeepsItsEngineerWheneverItIs() {
    visit("anna", "site-vasilek", -30, VisitState.SCHEDULED, VisitKind.EMERGENCY);
    assertThat(candidate("anna").free()).isFalse();
    assertThat(candidate("anna").reason()).startsWith("Has another emergency, at ООО «Василёк».");
  }

  @Test
  public void whoWasAtTheSiteTodayIsNearerThanTheUsualEngineer() {
    visit("boris", Examples.SITE_ID, -2, VisitState.REPORTED, VisitKind.PLANNED);
    visit("anna", "site-store", -2, VisitState.CLOSED, VisitKind.PLANNED);
    assertThat(candidates())
        .extracting(Candidate::engineerId)
        .containsExactly("boris", "anna", Examples.ENGINEER_ID);
    assertThat(candidates())
        .extracting(Candidate::nearness)
        .containsExactly(Nearness.SAME_SITE, Nearness.SAME_CLIENT, Nearness.UNKNOWN);
  }

  @Test
  public void whatWasCancelledSaysNothing() {
    visit("anna", Examples.SITE_ID, 1, VisitState.CANCELLED, VisitKind.PLANNED);
    visit("anna", Examples.SITE_ID, -1, VisitState.MISSED, VisitKind.PLANNED);
    assertThat(candidate("anna").free()).isTrue();
    assertThat(candidate("anna").nearness()).isEqualTo(Nearness.UNKNOWN);
  }

  @Test
  public void whoLeftAndWhoIsNoEngineerIsNotOffered() {
    world.put(
        tx ->
            tx.staff()
                .update(tx.staff().find("anna").orElseThrow().toBuilder().active(false).build()));
    assertThat(candidates())
        .extracting(Candidate::engineerId)
        .containsExactly(Examples.ENGINEER_ID, "boris");
  }

  @Test
  public void theFieldThatIsWrongIsNamed() {
    assertThat(refused(Optional.empty(), Optional.empty())).containsExactly("client");
    assertThat(refused(Optional.of("nobody"), Optional.empty())).containsExactly("client");
    assertThat(refused(Optional.of("romashka"), Optional.empty())).containsExactly("site");
    assertThat(refused(Optional.of("romashka"), Optional.of("site-vasilek")))
        .containsExactly("site");
  }

  @Test
  public void supportAndManagersAsk() {
    for (Actor actor : List.of(Examples.ENGINEER, Examples.SPECIALIST)) {
      assertThatThrownBy(
              () -> world.visits.candidates(actor, Optional.of("vasilek"), Optional.empty()))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(world.visits.candidates(Examples.MANAGER, Optional.of("vasilek"), Optional.empty()))
        .hasSize(3);
  }

  private List<String> refused(Optional<String> client, Optional<String> site) {
    return VisitsFixture.fieldsOf(
        catchThrowableOfType(
            InvalidInputException.class,
            () -> world.visits.candidates(Examples.SUPPORT, client, site)));
  }

  private List<Candidate> candidates() {
    return world.visits.candidates(
        Examples.SUPPORT, Optional.of("romashka"), Optional.of(Examples.SITE_ID));
  }

  private Candidate candidate(String id) {
    return candidates().stream().filter(c -> c.engineerId().equals(id)).findFirst().orElseThrow();
  }

  private void engineer(String id, String name) {
    world.put(
        tx ->
            tx.staff().insert(Examples.staff(Role.ENGINEER).toBuilder().id(id).name(name).build()));
  }

  private void visit(
      String engineer, String site, int hoursFromNow, VisitState state, VisitKind kind) {
    world.put(
        tx ->
            tx.visits()
                .insert(
                    Visit.builder()
                        .id(tx.newId())
                        .kind(kind)
                        .state(state)
                        .clientId(
                            site.equals("site-vasilek") ? "client-vasilek" : Examples.CLIENT_ID)
                        .siteId(site)
                        .engineerId(engineer)
                        .plannedFor(Examples.NOW.plus(Duration.ofHours(hoursFromNow)))
                        .build()));
  }
}
