package org.daybook.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import org.daybook.itests.support.BundleControl.InstalledBundle;
import org.daybook.itests.support.RunningDaybook;
import org.junit.ClassRule;
import org.junit.Test;

/** The distribution, freshly unpacked and started. */
public class DistributionIT {

  @ClassRule public static final RunningDaybook DAYBOOK = RunningDaybook.named("distribution");

  @Test
  public void everyBundleOfOursIsActive() {
    List<InstalledBundle> ours =
        DAYBOOK.bundles().list().stream()
            .filter(bundle -> bundle.symbolicName().startsWith("org.daybook."))
            .toList();
    assertThat(ours).hasSizeGreaterThan(25);
    assertThat(ours).allSatisfy(bundle -> assertThat(bundle.state()).isEqualTo("ACTIVE"));
  }

  @Test
  public void everyOtherBundleIsResolved() {
    assertThat(DAYBOOK.bundles().list())
        .allSatisfy(bundle -> assertThat(bundle.state()).isNotEqualTo("INSTALLED"));
  }

  @Test
  public void theFeaturesServiceTakesNoteOfWhatRuns() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(DAYBOOK.console("feature:list -i"))
                    .contains("daybook-core", "daybook-storage-jpa", "daybook-web"));
  }

  @Test
  public void nothingIsLoggedAsAnError() {
    assertThat(DAYBOOK.log().lines().filter(line -> line.contains("| ERROR |"))).isEmpty();
  }

  @Test
  public void listensOnTheLoopbackInterfaceOnly() throws IOException {
    List<InetAddress> others =
        Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (int port : DAYBOOK.ports()) {
      new Socket(InetAddress.getLoopbackAddress(), port).close();
      for (InetAddress other : others) {
        assertThatThrownBy(() -> new Socket(other, port).close())
            .describedAs("port %d on %s", port, other)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  public void theConsolesPasswordIsRandomAndForTheOwnerOnly() throws IOException {
    Path users = DAYBOOK.home().resolve("etc/users.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
        .isEqualTo("rw-------");
    assertThat(DAYBOOK.consolePassword()).hasSizeGreaterThanOrEqualTo(32);
    assertThatThrownBy(() -> DAYBOOK.bundles("karaf", "karaf").list())
        .hasRootCauseInstanceOf(FailedLoginException.class);
  }

  @Test
  public void noPasswordIsShippedInAnyFile() throws IOException {
    try (Stream<Path> files = Files.list(DAYBOOK.home().resolve("etc"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("initial-admin-password");
    }
  }

  @Test
  public void nothingIsFetchedFromElsewhere() throws IOException {
    String configuration =
        Files.readString(DAYBOOK.home().resolve("etc/org.ops4j.pax.url.mvn.cfg"));
    assertThat(configuration.lines().map(String::strip))
        .contains("org.ops4j.pax.url.mvn.repositories =");
  }
}
