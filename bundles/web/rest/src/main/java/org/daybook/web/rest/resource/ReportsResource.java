package org.daybook.web.rest.resource;

import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.openapi.Operation;

/**
 * The report of a visit in every format: the newest revision or the one that is asked for, or a
 * preview before closing.
 */
@Path(Paths.VISITS)
public final class ReportsResource {
  /** Reports carry their own styles and pictures, and run nothing. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** The diary shows a preview in a frame. */
  private static final String PREVIEW_POLICY =
      REPORT_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

  private static final String HTML = "text/html;charset=utf-8";
  private static final String TEXT = "text/plain;charset=utf-8";

  private final Parts parts;

  public ReportsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("{id}/report")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation("Gets the report as JSON.")
  public Response report(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    return json(caller, id, revision);
  }

  @GET
  @Path("{id}/report.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation("Gets the report as JSON.")
  public Response json(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    VisitReport report = stored(caller, id, revision);
    String json = parts.reports().json(parts.reports().document(report));
    return file(report, MediaType.APPLICATION_JSON, "json").entity(json).build();
  }

  @GET
  @Path("{id}/report.html")
  @Produces(HTML)
  @Operation("Gets the report as a page.")
  public Response html(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    return rendered(caller, id, revision, "html");
  }

  @GET
  @Path("{id}/report.txt")
  @Produces(TEXT)
  @Operation("Gets the report as plain text.")
  public Response text(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    return rendered(caller, id, revision, "txt");
  }

  @GET
  @Path("{id}/report.pdf")
  @Produces("application/pdf")
  @Operation("Gets the report as PDF.")
  public Response pdf(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    return rendered(caller, id, revision, "pdf");
  }

  @GET
  @Path("{id}/report.eml")
  @Produces("message/rfc822")
  @Operation(
      "Gets the report as the message that the recipient gets. Only admins see the recipient's own"
          + " link in it.")
  public Response message(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @QueryParam("revision") String revision) {
    VisitReport report = stored(caller, id, revision);
    Rendered message = parts.deliveries().message(Caller.of(caller), report);
    return file(report, message.mediaType(), "eml").entity(message.body()).build();
  }

  @GET
  @Path("{id}/report/preview.html")
  @Produces(HTML)
  @Operation("Shows what the report would say now.")
  public Response preview(@Context SecurityContext caller, @PathParam("id") String id) {
    requireSeen(caller, id);
    ReportDocument document = parts.reports().preview(id);
    Rendered page = parts.deliveries().render(document, "html", Presentation.PLAIN);
    return Response.ok()
        .header("Content-Type", page.mediaType())
        .header("Content-Security-Policy", PREVIEW_POLICY)
        .entity(page.body())
        .build();
  }

  @GET
  @Path("{id}/preview.html")
  @Produces(HTML)
  @Operation("Shows what the report would say now.")
  public Response previewOfVisit(@Context SecurityContext caller, @PathParam("id") String id) {
    return preview(caller, id);
  }

  private Response rendered(
      SecurityContext caller, String visitId, String revision, String format) {
    VisitReport report = stored(caller, visitId, revision);
    Rendered document =
        parts.deliveries().render(parts.reports().document(report), format, Presentation.PLAIN);
    return file(report, document.mediaType(), format).entity(document.body()).build();
  }

  private static Response.ResponseBuilder file(
      VisitReport report, String mediaType, String extension) {
    String revision = report.revision() > 1 ? "-r" + report.revision() : "";
    String number = report.number().replaceAll("[^0-9A-Za-z-]", "_");
    String name = "report-" + number + revision + "." + extension;
    return Response.ok()
        .header("Content-Type", mediaType)
        .header("Content-Security-Policy", REPORT_POLICY)
        .header("Content-Disposition", "inline; filename=\"" + name + "\"")
        .header("ETag", "\"" + report.sha256() + "\"");
  }

  private VisitReport stored(SecurityContext caller, String visitId, String revision) {
    requireSeen(caller, visitId);
    Optional<Integer> wanted = Query.positive("revision", revision);
    if (wanted.isEmpty()) {
      return parts
          .reports()
          .newest(visitId)
          .orElseThrow(() -> new NotFoundException("report yet of visit", visitId));
    }
    return parts.reports().revisions(visitId).stream()
        .filter(report -> report.revision() == wanted.get())
        .findFirst()
        .orElseThrow(
            () -> new NotFoundException("revision " + wanted.get() + " of visit", visitId));
  }

  private void requireSeen(SecurityContext caller, String visitId) {
    parts.store().read(tx -> new Seen(tx, Caller.of(caller)).visit(visitId));
  }
}
