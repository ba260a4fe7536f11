package org.daybook.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.Directory;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.simulation.SimulationOrder;
import org.junit.Test;

public class FounderTest {
  /** One visit per twelve devices begun, as the mission counts. */
  private static final int DEVICES_OF_A_VISIT = 12;

  @Test
  public void theUsualCompanyGetsAboutAHundredVisitsAMonth() {
    Company company = found(SimulationOrder.USUAL);
    int visits =
        company.customers().stream()
            .mapToInt(each -> (each.assets().size() + DEVICES_OF_A_VISIT - 1) / DEVICES_OF_A_VISIT)
            .sum();
    assertThat(company.customers()).hasSize(60);
    assertThat(visits).isBetween(90, 130);
    assertThat(company.engineers())
        .hasSize(9)
        .allSatisfy(each -> assertThat(each.managerId()).isPresent());
  }

  @Test
  public void theSameSeedFoundsTheSameCompany() {
    assertThat(sizes(new SimulationOrder(12, 1, 5)))
        .isEqualTo(sizes(new SimulationOrder(12, 1, 5)))
        .isNotEqualTo(sizes(new SimulationOrder(12, 1, 6)));
  }

  @Test
  public void anOrderThatIsOutOfBoundsNamesEachNumber() {
    assertThatThrownBy(() -> new SimulationOrder(0, 25, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("clients: must be 1 to 2000, is 0; months: must be 1 to 24, is 25");
  }

  private static List<Integer> sizes(SimulationOrder order) {
    return found(order).customers().stream().map(each -> each.assets().size()).toList();
  }

  private static Company found(SimulationOrder order) {
    return new Founder(directory(), Actor.system("simulation"), new Chance(order.seed()))
        .found(order.clients());
  }

  /** Gives everything an id. */
  private static Directory directory() {
    return (Directory)
        Proxy.newProxyInstance(
            FounderTest.class.getClassLoader(),
            new Class<?>[] {Directory.class},
            (proxy, method, arguments) -> identified(arguments[1]));
  }

  private static Object identified(Object draft) {
    String id = UUID.randomUUID().toString();
    if (draft instanceof StaffMember member) {
      return member.toBuilder().id(id).build();
    } else if (draft instanceof Client client) {
      return client.toBuilder().id(id).build();
    } else if (draft instanceof Site site) {
      return site.toBuilder().id(id).build();
    } else if (draft instanceof Contact contact) {
      return contact.toBuilder().id(id).build();
    }
    return ((Asset) draft).toBuilder().id(id).build();
  }
}
