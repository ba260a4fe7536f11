package org.daybook.web.rest.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.report.VisitReport;
import org.daybook.api.store.Transaction;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.CheckAnswer;
import org.daybook.api.visit.CheckState;
import org.daybook.api.visit.Correction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.AnswerBody;
import org.daybook.web.rest.body.CheckCorrectionBody;
import org.daybook.web.rest.body.CorrectionBody;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.body.TaskCorrectionBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.ReportView;

/** The revisions of a visit's report: what there is, making the next one, letting one go out. */
@Path(Paths.VISITS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RevisionsResource {
  private static final Unchanged<VisitReport> UNCHANGED =
      new Unchanged<>("report", Transaction::reports, ReportView::version);

  private final Parts parts;

  public RevisionsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("{id}/report/revisions")
  @Operation("Lists the revisions of a visit's report, oldest first.")
  public Listing<ReportView> list(@Context SecurityContext caller, @PathParam("id") String id) {
    parts.store().read(tx -> new Seen(tx, Caller.of(caller)).visit(id));
    List<VisitReport> revisions = parts.reports().revisions(id);
    return parts
        .store()
        .read(
            tx -> {
              Names names = new Names(tx);
              return Listing.whole(
                  revisions.stream().map(report -> ReportView.of(report, names)).toList());
            });
  }

  @POST
  @Path("{id}/report/correct")
  @Operation("Corrects what the report says: makes its next revision, with the reason.")
  public Created<ReportView> correct(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      CorrectionBody body) {
    CorrectionBody given = Input.body(body);
    requireVisit(id);
    Actor actor = Caller.of(caller);
    String newest = parts.reports().newest(id).map(VisitReport::id).orElse("");
    VisitReport revised =
        UNCHANGED.then(
            parts,
            actor,
            newest,
            ifMatch,
            () -> {
              Correction correction = Input.read(parts, in -> correction(in, given));
              return parts.reports().correct(actor, id, correction);
            });
    return new Created<>(
        view(revised), Paths.VISITS + "/" + id + "/report.json?revision=" + revised.revision());
  }

  @POST
  @Path("{id}/report/send")
  @Operation("Lets a held report go out, and queues it for recipients who have none of it yet.")
  public ReportView send(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      EmptyBody body) {
    requireVisit(id);
    Actor actor = Caller.of(caller);
    Optional<String> newest = parts.reports().newest(id).map(VisitReport::id);
    return view(
        UNCHANGED.then(parts, actor, newest.orElse(""), ifMatch, () -> send(actor, newest)));
  }

  private VisitReport send(Actor actor, Optional<String> report) {
    return parts
        .reports()
        .send(
            actor, report.orElseThrow(() -> new RefusedException("The visit has no report yet.")));
  }

  private static Correction correction(Input in, CorrectionBody body) {
    String reason = in.required("reason", body.reason());
    List<TaskCorrectionBody> tasks = body.tasks() == null ? List.of() : body.tasks();
    List<CheckCorrectionBody> checks = body.checks() == null ? List.of() : body.checks();
    List<Correction.TaskCorrection> taskCorrections = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      task(in, "tasks[" + i + "]", tasks.get(i)).ifPresent(taskCorrections::add);
    }
    List<Correction.CheckCorrection> checkCorrections = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      check(in, "checks[" + i + "]", checks.get(i)).ifPresent(checkCorrections::add);
    }
    return new Correction(reason, taskCorrections, checkCorrections);
  }

  private static Optional<Correction.TaskCorrection> task(
      Input in, String field, TaskCorrectionBody body) {
    if (in.required(field, body, null) == null) {
      return Optional.empty();
    }
    TaskCorrectionBody.Outcome state =
        in.required(field + ".state", body.state(), TaskCorrectionBody.Outcome.DONE);
    return Optional.of(
        new Correction.TaskCorrection(
            in.required(field + ".id", body.id()),
            TaskState.valueOf(state.name()),
            in.required(field + ".text", body.text()),
            Optional.ofNullable(body.minutes())));
  }

  private static Optional<Correction.CheckCorrection> check(
      Input in, String field, CheckCorrectionBody body) {
    if (in.required(field, body, null) == null) {
      return Optional.empty();
    }
    AnswerBody.Result result = in.required(field + ".result", body.result(), AnswerBody.Result.OK);
    return Optional.of(
        new Correction.CheckCorrection(
            in.required(field + ".id", body.id()),
            CheckAnswer.builder()
                .result(CheckState.valueOf(result.name()))
                .description(Input.optional(body.description()))
                .action(Input.optional(body.action()))
                .dueAt(Optional.ofNullable(body.dueAt()))
                .reason(Input.optional(body.reason()))
                .build()));
  }

  private void requireVisit(String id) {
    if (parts.store().read(tx -> tx.visits().find(id)).isEmpty()) {
      throw new NotFoundException("visit", id);
    }
  }

  private ReportView view(VisitReport report) {
    return parts.store().read(tx -> ReportView.of(report, new Names(tx)));
  }
}
