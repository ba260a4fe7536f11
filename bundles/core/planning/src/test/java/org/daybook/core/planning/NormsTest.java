package org.daybook.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.plan.Norm;
import org.daybook.api.plan.VisitTerms;
import org.junit.Test;

public class NormsTest {
  private final Client client = Worlds.client("romashka");

  @Test
  public void oneVisitForTwelveDevicesBegunAndAtLeastOne() {
    Map<Integer, Integer> table =
        Map.of(0, 0, 1, 1, 10, 1, 12, 1, 13, 2, 24, 2, 25, 3, 100, 9, 108, 9, 500, 10);
    table.forEach(
        (devices, visits) ->
            assertThat(norm(Map.of(), devices, Optional.empty()).visits())
                .as("%d devices", devices)
                .isEqualTo(visits));
  }

  @Test
  public void theServicePlanBoundsIt() {
    Map<String, Object> bounds = Map.of("premiumMinimum", 2, "premiumMaximum", 4);
    assertThat(norm(bounds, 10, Optional.empty()).visits()).isEqualTo(2);
    assertThat(norm(bounds, 30, Optional.empty()).visits()).isEqualTo(3);
    assertThat(norm(bounds, 100, Optional.empty()).visits()).isEqualTo(4);
    assertThat(norm(bounds, 0, Optional.empty()).visits()).isZero();
    assertThat(norm(bounds, 100, Optional.empty()).why())
        .isEqualTo("100 devices; the service plan Premium has at most 4 visits a month.");
  }

  @Test
  public void whatWasAgreedCountsMoreAndSaysWhy() {
    VisitTerms terms =
        VisitTerms.builder().id("romashka").visitsPerMonth(15).reason("стройка").build();
    Norm norm = norm(Map.of(), 10, Optional.of(terms));
    assertThat(norm.visits()).isEqualTo(15);
    assertThat(norm.why()).contains("стройка");
    assertThat(norm(Map.of(), 0, Optional.of(terms)).visits()).isZero();
  }

  @Test
  public void anEndedContractHasNoVisits() {
    Norm norm =
        new Norms(Worlds.settings(), new Words(Locale.ENGLISH))
            .of(client.toBuilder().active(false).build(), 10, Optional.empty());
    assertThat(norm.visits()).isZero();
    assertThat(norm.why()).isEqualTo("The contract has ended.");
  }

  @Test
  public void everySentenceHasItsPluralFormsInRussian() {
    Norms norms = new Norms(Worlds.settings(), new Words(Locale.forLanguageTag("ru")));
    assertThat(norms.of(client, 1, Optional.empty()).why()).startsWith("1 устройство:");
    assertThat(norms.of(client, 22, Optional.empty()).why()).startsWith("22 устройства:");
    assertThat(norms.of(client, 25, Optional.empty()).why()).startsWith("25 устройств:");
  }

  private Norm norm(Map<String, Object> others, int devices, Optional<VisitTerms> terms) {
    Settings settings = Settings.of(Worlds.config(others));
    return new Norms(settings, new Words(Locale.ENGLISH))
        .of(client.toBuilder().plan(ServicePlan.PREMIUM).build(), devices, terms);
  }
}
