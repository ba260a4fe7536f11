package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class ReportsTest {
  private static final String VISIT = "/api/v1/visits/" + Examples.VISIT_ID;

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeReport() {
    server.parts.store.prepare(
        tx -> {
          tx.visits().insert(Examples.visit());
          tx.reports().insert(Examples.report());
          tx.deliveries().insert(Examples.delivery());
          tx.notices().insert(Examples.notice());
        });
  }

  @Test
  public void reportComesInEveryFormat() {
    format(".json", "application/json", "2026-0042");
    format("", "application/json", "Офис");
    format(".html", "text/html; charset=utf-8", "отчёт html");
    format(".txt", "text/plain; charset=utf-8", "отчёт txt");
    format(".pdf", "application/pdf", "отчёт pdf");
    format(".eml", "message/rfc822", "Subject");
  }

  @Test
  public void reportRunsNothingInTheBrowser() {
    RestServer.Reply page = server.manager().get(VISIT + "/report.html");

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("style-src 'unsafe-inline'")
        .doesNotContain("script");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("ETag")).isEqualTo("\"" + Examples.report().sha256() + "\"");
  }

  @Test
  public void previewIsShownUnderBothAddresses() {
    assertThat(server.manager().get(VISIT + "/report/preview.html").text()).isEqualTo("отчёт html");
    assertThat(server.manager().get(VISIT + "/preview.html").status()).isEqualTo(200);
    assertThat(server.manager().get("/api/v1/visits/x/report/preview.html").status())
        .isEqualTo(404);
  }

  @Test
  public void visitWithoutReportHasNone() {
    server.parts.store.prepare(
        tx -> tx.visits().insert(Examples.visit().toBuilder().id("visit-2").build()));

    assertThat(server.manager().get("/api/v1/visits/visit-2/report.json").status()).isEqualTo(404);
    assertThat(server.manager().get("/api/v1/visits/x/report.pdf").status()).isEqualTo(404);
  }

  @Test
  public void deliveriesAreListedAndRetried() {
    String id = Examples.delivery().id();
    assertThat(server.manager().get("/api/v1/deliveries?visit=visit-1").json().path("items"))
        .hasSize(1);
    assertThat(server.manager().get("/api/v1/deliveries?visit=other").json().path("items"))
        .isEmpty();
    assertThat(
            server.manager().get("/api/v1/deliveries/" + id).json().path("reportNumber").asText())
        .isEqualTo(Examples.report().number());

    assertThat(server.manager().post("/api/v1/deliveries/" + id + "/retry").status())
        .isEqualTo(200);
    assertThat(server.manager().post("/api/v1/deliveries/x/retry").status()).isEqualTo(404);
  }

  @Test
  public void noticesAndPluginsAreListed() {
    RestServer.Reply notices = server.manager().get("/api/v1/notices");
    assertThat(notices.json().path("items").get(0).path("subject").asText())
        .isEqualTo(Examples.notice().subject());
    assertThat(firstId("sources")).isEqualTo("monitoring");
    assertThat(firstId("sections")).isEqualTo("devices");
    assertThat(firstId("channels")).isEqualTo("folder");
  }

  private String firstId(String list) {
    return server.manager().get("/api/v1/" + list).json().path("items").get(0).path("id").asText();
  }

  private void format(String extension, String mediaType, String text) {
    RestServer.Reply reply = server.as(Role.ENGINEER).get(VISIT + "/report" + extension);
    assertThat(reply.status()).as(extension).isEqualTo(200);
    assertThat(reply.header("Content-Type").replace("; ", ";"))
        .isEqualTo(mediaType.replace("; ", ";"));
    assertThat(reply.text()).contains(text);
  }
}
