package org.daybook.web.pages.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.daybook.api.delivery.LinkedReport;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.dispute.Dispute;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.report.Branding;
import org.daybook.api.report.VisitReport;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;

/** Answers whoever has a token: shows its report, and does what they ask for. */
final class ReportPages {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Parts parts;
  private final PageMaker maker;
  private final int retryAfterSeconds;

  ReportPages(Parts parts, Templates templates, int retryAfterSeconds) {
    this.parts = parts;
    this.maker = new PageMaker(parts, templates);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /**
   * Answers a request whose form, if it is one, has its key.
   *
   * @param up the way from the address up to {@link Route#ROOT}
   * @param sent the query of what reads, the body of what writes
   */
  Answer answer(Route route, String up, Form sent) {
    return switch (route.kind()) {
      case PAGE -> page(route, up, sent);
      case PDF -> pdf(route, sent);
      case STYLE -> style(route, sent);
      case ACKNOWLEDGE -> acknowledge(route, up, sent);
      case DISPUTE -> dispute(route, up, sent);
      case WITHDRAW -> withdraw(route, up);
    };
  }

  /** Purpose of the form of a route. */
  static String purpose(Route route) {
    return switch (route.kind()) {
      case ACKNOWLEDGE -> "acknowledge";
      case DISPUTE -> "dispute";
      case WITHDRAW -> DisputeView.withdrawal(route.dispute());
      case PAGE, PDF, STYLE -> throw new IllegalArgumentException(route.kind() + " has no form");
    };
  }

  private Answer page(Route route, String up, Form query) {
    LinkedReport linked = open(route.token());
    VisitReport report = chosen(linked, query);
    return maker.page(200, route.token(), up, linked, report, query, Claim.blank());
  }

  private Answer pdf(Route route, Form query) {
    LinkedReport linked = open(route.token());
    VisitReport report = chosen(linked, query);
    Rendered pdf = maker.render(report, "pdf");
    return new Answer(
        200,
        Map.of(
            "Content-Type", pdf.mediaType(),
            "Content-Language", linked.language().toLanguageTag(),
            "Content-Disposition", FileName.attachment(report, linked.language())),
        pdf.body());
  }

  /** The colour of whoever looks after the client: the page itself may carry no style. */
  private Answer style(Route route, Form query) {
    Branding branding = parts.reports().document(chosen(open(route.token()), query)).branding();
    String accent =
        COLOUR.matcher(branding.accent()).matches() ? branding.accent() : Branding.NONE.accent();
    return new Answer(
        200,
        Map.of("Content-Type", "text/css; charset=utf-8"),
        (":root{--accent:" + accent + "}\n").getBytes(StandardCharsets.UTF_8));
  }

  private Answer acknowledge(Route route, String up, Form form) {
    int revision = chosen(open(route.token()), form).revision();
    String done;
    LinkedReport linked;
    try {
      PageMaker.ofToken(
          () ->
              again(
                  () -> {
                    parts.links().acknowledge(route.token(), revision);
                    return route;
                  }));
      linked = open(route.token());
      done = linked.acknowledged() ? "acknowledged" : "noted";
    } catch (RefusedException e) {
      // The page was open while a correction went out: first it has to be seen.
      linked = open(route.token());
      done = "newer";
    }
    return Answer.seeOther(
        up
            + route.token()
            + "?done="
            + done
            + "&of="
            + PageMaker.newest(linked).revision()
            + "#done");
  }

  private Answer dispute(Route route, String up, Form form) {
    LinkedReport linked = open(route.token());
    Words words = PageMaker.words(linked);
    Claim claim = Claim.sent(form, words);
    if (!claim.isRight()) {
      return refused(422, route, up, linked, claim);
    }
    try {
      Disputes disputes = disputes();
      Dispute opened =
          PageMaker.ofToken(() -> again(() -> disputes.open(route.token(), claim.request())));
      return Answer.seeOther(up + route.token() + "?done=opened&dispute=" + opened.id() + "#done");
    } catch (InvalidInputException e) {
      return refused(422, route, up, linked, claim.refused(e.errors(), words));
    } catch (RefusedException e) {
      return refused(409, route, up, linked, claim.refused(why(linked, words)));
    } catch (UnavailableException e) {
      // The page is shown again, so that nothing that was typed is lost.
      return refused(503, route, up, linked, claim.refused(words.get("claim.unavailable")))
          .with("Retry-After", String.valueOf(retryAfterSeconds));
    }
  }

  /** The sentences of the platform are for staff. */
  private String why(LinkedReport linked, Words words) {
    boolean ended =
        parts
            .store()
            .read(tx -> tx.clients().find(linked.link().clientId()))
            .filter(client -> !client.active())
            .isPresent();
    return words.get(ended ? "claim.ended" : "claim.many");
  }

  private Answer withdraw(Route route, String up) {
    Disputes disputes = disputes();
    String done;
    try {
      PageMaker.ofToken(() -> again(() -> disputes.withdraw(route.token(), route.dispute())));
      done = "withdrawn";
    } catch (RefusedException e) {
      done = "decided";
    }
    return Answer.seeOther(
        up + route.token() + "?done=" + done + "&dispute=" + route.dispute() + "#done");
  }

  private Answer refused(int status, Route route, String up, LinkedReport linked, Claim claim) {
    return maker.page(
        status, route.token(), up, linked, PageMaker.newest(linked), Form.EMPTY, claim);
  }

  private LinkedReport open(String token) {
    return PageMaker.ofToken(() -> parts.links().open(token));
  }

  private static VisitReport chosen(LinkedReport linked, Form query) {
    String wanted = query.get("revision");
    if (wanted.isEmpty()) {
      return PageMaker.newest(linked);
    }
    return linked.revisions().stream()
        .filter(each -> NUMBER.matcher(wanted).matches())
        .filter(each -> each.revision() == Integer.parseInt(wanted))
        .findFirst()
        .orElseThrow(() -> new TroubleException(Trouble.NO_SUCH_REVISION));
  }

  private Disputes disputes() {
    return parts
        .disputes()
        .orElseThrow(() -> new UnavailableException("Disputes cannot be taken at the moment."));
  }

  /** Who presses a button twice meets themselves; the second attempt finds what the first did. */
  private static <T> T again(Supplier<T> call) {
    try {
      return call.get();
    } catch (StaleVersionException | RefusedException e) {
      return call.get();
    }
  }
}
