package org.daybook.itests.architecture;

import java.util.List;
import java.util.Set;

/** A library, and the bundles that may know it. */
enum Technology {
  JPA(
      List.of("javax.persistence", "org.eclipse.persistence", "liquibase"),
      Set.of("org.daybook.storage.jpa")),
  DERBY(List.of("org.apache.derby"), Set.of("org.daybook.storage.derby")),
  JOB_LIBRARY(List.of("com.github.kagkarlsson"), Set.of("org.daybook.core.jobs")),
  /** Reports in one bundle; in the other the pages around them, which know of forms and readers. */
  VELOCITY(
      List.of("org.apache.velocity"),
      Set.of("org.daybook.rendering.velocity", "org.daybook.web.pages")),
  PDF(List.of("com.openhtmltopdf", "org.apache.pdfbox"), Set.of("org.daybook.rendering.pdf")),
  MAIL(
      List.of("jakarta.mail", "jakarta.activation", "org.eclipse.angus"),
      Set.of(
          "org.daybook.rendering.mime", "org.daybook.channels.mail", "org.daybook.sources.client")),
  JAX_RS(List.of("javax.ws.rs", "org.glassfish.jersey"), Set.of("org.daybook.web.rest")),
  SERVLETS(
      List.of("javax.servlet"),
      Set.of(
          "org.daybook.web.rest",
          "org.daybook.web.pages",
          "org.daybook.web.metrics",
          "org.daybook.web.diary",
          "org.daybook.web.calendar")),
  CSV(
      List.of("org.apache.commons.csv"),
      Set.of("org.daybook.web.rest", "org.daybook.core.planning")),
  PROMETHEUS(List.of("io.prometheus"), Set.of("org.daybook.web.metrics")),
  CONSOLE(List.of("org.apache.karaf.shell"), Set.of("org.daybook.shell")),
  /** Calendars in one bundle; in the other patterns of visits that come again. */
  ICALENDAR(
      List.of("net.fortuna.ical4j"),
      Set.of("org.daybook.rendering.icalendar", "org.daybook.core.planning")),
  IMAGES(List.of("javax.imageio"), Set.of("org.daybook.core.photos"));

  private final List<String> packages;
  private final Set<String> bundles;

  Technology(List<String> packages, Set<String> bundles) {
    this.packages = packages;
    this.bundles = bundles;
  }

  /** The roots of its packages. */
  List<String> packages() {
    return packages;
  }

  /** The symbolic names, which are also the root packages, of the bundles behind the wall. */
  Set<String> bundles() {
    return bundles;
  }
}
