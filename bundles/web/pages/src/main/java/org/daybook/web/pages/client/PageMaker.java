package org.daybook.web.pages.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.VisitReport;
import org.daybook.api.task.Task;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.FormKey;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/** Makes the page of a report out of what the platform knows of it. */
final class PageMaker {
  private final Parts parts;
  private final Templates templates;

  PageMaker(Parts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
  }

  /**
   * The page.
   *
   * @param query what it was asked with: tells what was done just before
   * @param claim the form as it is to be shown
   */
  Answer page(
      int status,
      String token,
      String up,
      LinkedReport linked,
      VisitReport report,
      Form query,
      Claim claim) {
    Words words = words(linked);
    ReportDocument document = parts.reports().document(report);
    List<DisputeView> disputes = disputes(token, linked, words);
    String notice = notice(query, linked, disputes, words);
    PageView view =
        new PageView(
            up + token,
            Assets.href(up + "../", "page.css"),
            title(document, notice, claim, words),
            linked.contact(),
            ManagerView.of(document),
            SafeHtml.rendered(new String(render(document, "page").body(), StandardCharsets.UTF_8)),
            report.revision(),
            newest(linked).revision(),
            linked.acknowledged(),
            FormKey.of(token, "acknowledge"),
            notice,
            notice.isBlank() ? "" : known(query.get("dispute"), disputes),
            linked.revisions().stream()
                .map(each -> RevisionView.of(each, report.revision(), words))
                .toList(),
            parts.disputes().isPresent(),
            disputes,
            claim,
            FormKey.of(token, "dispute"));
    String html = templates.merge(PageMaker.class, "page.vm", Map.of("p", view, "w", words));
    return Answer.html(status, words.language(), html);
  }

  private static String title(ReportDocument document, String notice, Claim claim, Words words) {
    String title = words.get("title", document.number()) + " — " + document.client();
    if (!claim.isRight()) {
      // What the writer cannot correct is no error of theirs.
      String why = claim.firstWrong().isEmpty() ? "title.refused" : "title.error";
      return words.get(why) + " — " + title;
    }
    return notice.isBlank() ? title : notice + " — " + title;
  }

  /** What was done just before, if it was: an address can say anything. */
  private static String notice(
      Form query, LinkedReport linked, List<DisputeView> disputes, Words words) {
    String done = query.get("done");
    boolean happened =
        switch (done) {
          case "acknowledged" -> linked.acknowledged();
          // The letter came back, but its reader is here.
          case "noted" ->
              !linked.acknowledged()
                  && query.get("of").equals(String.valueOf(newest(linked).revision()));
          case "newer" -> !linked.acknowledged() && linked.revisions().size() > 1;
          case "opened", "withdrawn", "decided" -> !known(query.get("dispute"), disputes).isEmpty();
          default -> false;
        };
    return happened ? words.get("done." + done) : "";
  }

  private static String known(String dispute, List<DisputeView> disputes) {
    return disputes.stream().anyMatch(each -> each.id().equals(dispute)) ? dispute : "";
  }

  private List<DisputeView> disputes(String token, LinkedReport linked, Words words) {
    List<Dispute> found =
        parts
            .disputes()
            .map(disputes -> ofToken(() -> new ArrayList<>(disputes.of(token))))
            .orElseGet(ArrayList::new);
    if (found.isEmpty()) {
      return List.of();
    }
    Collections.reverse(found);
    Map<String, Task> tasks = tasks(found);
    return found.stream()
        .map(
            each ->
                DisputeView.of(
                    each,
                    Optional.ofNullable(tasks.get(each.taskId())),
                    linked.link().contactId(),
                    token,
                    words))
        .toList();
  }

  private Map<String, Task> tasks(List<Dispute> disputes) {
    return parts
        .store()
        .read(
            tx ->
                disputes.stream()
                    .map(Dispute::taskId)
                    .distinct()
                    .flatMap(id -> tx.tasks().find(id).stream())
                    .collect(Collectors.toMap(Task::id, task -> task)));
  }

  /** The report in one format. */
  Rendered render(VisitReport report, String format) {
    return render(parts.reports().document(report), format);
  }

  private Rendered render(ReportDocument document, String format) {
    try {
      return parts.deliveries().render(document, format, Presentation.PLAIN);
    } catch (NotFoundException e) {
      throw new UnavailableException("No renderer for " + format + " is there.", e);
    }
  }

  /** The newest revision that was sent. */
  static VisitReport newest(LinkedReport linked) {
    return linked.revisions().get(0);
  }

  static Words words(LinkedReport linked) {
    return new Words(linked.language(), linked.zone());
  }

  /** What the platform does not know is not there for the reader, whatever it is. */
  static <T> T ofToken(Supplier<T> call) {
    try {
      return call.get();
    } catch (NotFoundException e) {
      throw new TroubleException(Trouble.NOT_FOUND);
    }
  }
}
