package org.daybook.itests.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.ops4j.pax.exam.Option;

/** How Pax Exam starts the distribution; used outside of the container only. */
final class Container {
  /** The same as in {@code bin/karaf}, which Pax Exam does not run; {@code %s} is its version. */
  private static final List<String> START_SCRIPT =
      List.of(
          "--add-reads=java.xml=java.logging",
          "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
          "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-%s.jar",
          "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-%s.jar",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
          "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
          "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
          "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
          "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
          "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
          "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "-Djava.security.manager=allow",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-classpath",
          "lib/jdk9plus/*:lib/boot/*");

  private static final List<String> PORTS =
      List.of(
          "DAYBOOK_HTTP_PORT",
          "DAYBOOK_SSH_PORT",
          "DAYBOOK_JMX_REGISTRY_PORT",
          "DAYBOOK_JMX_SERVER_PORT");

  /** What is wrong shows within this time; a start takes a fraction of it. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private Container() {}

  static Option[] daybook() {
    Stream<Option> distribution =
        Stream.of(
            karafDistributionConfiguration()
                .frameworkUrl(Path.of(required("daybook.distribution")).toUri().toString())
                .name("Daybook")
                .unpackDirectory(new File(required("daybook.workdir"))),
            keepRuntimeFolder(),
            doNotModifyLogConfiguration(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            systemTimeout(START_LIMIT.toMillis()),
            // Pax Exam's own bundles; the distribution's lie in its system/, and nothing is loaded
            editConfigurationFilePut(
                "etc/org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.localRepository",
                required("daybook.repository")),
            bundle(jarOf(Assertions.class)),
            bundle(jarOf(ByteBuddy.class)),
            environment("DAYBOOK_ADMIN_PASSWORD=correct horse battery staple"));
    String karaf = required("daybook.karaf.version");
    Stream<Option> startScript =
        START_SCRIPT.stream().map(option -> vmOption(option.replace("%s", karaf)));
    return Stream.of(distribution, startScript, freePorts())
        .flatMap(options -> options)
        .toArray(Option[]::new);
  }

  /** Ports that are free now. They are held open together, so that no two are the same. */
  private static Stream<Option> freePorts() {
    List<ServerSocket> held = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    try {
      for (String port : PORTS) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        options.add(environment(port + "=" + socket.getLocalPort()));
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
    return options.stream();
  }

  private static String jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "The system property " + property + " is not set; the build's failsafe plugin sets it");
    }
    return value;
  }
}
