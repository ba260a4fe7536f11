package org.daybook.web.pages.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.delivery.LinkedVisit;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.http.FormKey;
import org.daybook.web.pages.template.Templates;

/** Answers whoever has a token of wishes: shows the visit and its wishes, and takes another. */
final class WishPages {
  static final String WORDS = "wish";
  static final String PURPOSE = "wish";

  /** The same entrance as that of wishes which the engineer writes down. */
  private static final String SOURCE = "client";

  /** More than anybody asks of one visit. */
  private static final int MOST = 30;

  private final Parts parts;
  private final Templates templates;
  private final int retryAfterSeconds;

  WishPages(Parts parts, Templates templates, int retryAfterSeconds) {
    this.parts = parts;
    this.templates = templates;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  Answer answer(WishRoute route, String up, Form sent) {
    LinkedVisit linked = PageMaker.ofToken(() -> parts.wishes().open(route.token()));
    return route.writes()
        ? add(route, up, linked, sent)
        : page(200, route, up, linked, sent.get("done"), Claim.blank(), "");
  }

  private Answer add(WishRoute route, String up, LinkedVisit linked, Form form) {
    Words words = words(linked);
    Claim claim = Claim.sent(form, words);
    String priority = form.get("priority");
    if (!claim.isRight()) {
      return page(422, route, up, linked, "", claim, priority);
    }
    if (!linked.takesWishes()) {
      return page(409, route, up, linked, "", claim.refused(words.get("claim.over")), priority);
    }
    if (wishes(linked).size() >= MOST) {
      return page(409, route, up, linked, "", claim.refused(words.get("claim.many")), priority);
    }
    try {
      parts.intake().submit(SOURCE, request(linked, claim, priority), writer(linked));
      return Answer.seeOther(up + route.token() + "?done=added#done");
    } catch (InvalidInputException e) {
      return page(422, route, up, linked, "", claim.refused(e.errors(), words), priority);
    } catch (RefusedException e) {
      return page(409, route, up, linked, "", claim.refused(words.get("claim.over")), priority);
    } catch (UnavailableException e) {
      // The page is shown again, so that nothing that was typed is lost.
      String why = words.get("claim.unavailable");
      return page(503, route, up, linked, "", claim.refused(why), priority)
          .with("Retry-After", String.valueOf(retryAfterSeconds));
    }
  }

  private static TaskRequest request(LinkedVisit linked, Claim claim, String priority) {
    DisputeRequest written = claim.request();
    return TaskRequest.builder()
        .externalId("page-" + written.externalId())
        .client(linked.client().code())
        .title(written.title())
        .description(Optional.of(written.text()).filter(text -> !text.isBlank()))
        .priority(chosen(priority))
        .visitId(linked.visit().id())
        .build();
  }

  /** Whatever is none is the usual one: the form offers no other. */
  private static Priority chosen(String priority) {
    for (Priority each : Priority.values()) {
      if (each.name().equals(priority)) {
        return each;
      }
    }
    return Priority.NORMAL;
  }

  private Answer page(
      int status,
      WishRoute route,
      String up,
      LinkedVisit linked,
      String done,
      Claim claim,
      String priority) {
    Words words = words(linked);
    List<Task> wishes = wishes(linked);
    String when = words.moment(linked.visit().plannedFor());
    String notice = done.equals("added") && !wishes.isEmpty() ? words.get("done.added") : "";
    WishView view =
        new WishView(
            up + route.token(),
            Assets.href(up + "../", "page.css"),
            title(words, when, linked, claim, notice),
            linked.contact().name(),
            linked.client().name(),
            when,
            engineer(linked),
            notice,
            linked.takesWishes(),
            wishes.stream()
                .map(task -> new WishView.Line(task.title(), words.get("task." + task.state())))
                .toList(),
            claim,
            chosen(priority).name(),
            FormKey.of(route.token(), PURPOSE));
    String html = templates.merge(WishPages.class, "wish.vm", Map.of("p", view, "w", words));
    return Answer.html(status, words.language(), html);
  }

  private static String title(
      Words words, String when, LinkedVisit linked, Claim claim, String notice) {
    String title = words.get("title", when) + " — " + linked.client().name();
    if (!claim.isRight()) {
      return words.get("title.error") + " — " + title;
    }
    return notice.isBlank() ? title : notice + " — " + title;
  }

  private String engineer(LinkedVisit linked) {
    return parts
        .store()
        .read(tx -> tx.staff().find(linked.visit().engineerId()))
        .map(StaffMember::name)
        .orElse("");
  }

  private List<Task> wishes(LinkedVisit linked) {
    TaskQuery query = TaskQuery.builder().visitId(linked.visit().id()).source(SOURCE).build();
    return parts.store().read(tx -> tx.tasks().all(query));
  }

  private static Words words(LinkedVisit linked) {
    return new Words(linked.client().language(), linked.client().zone(), WORDS);
  }

  /** For the audit trail: a person, though one without an account. */
  private static Actor writer(LinkedVisit linked) {
    return new Actor("contact:" + linked.contact().id(), linked.contact().name(), Role.ADMIN);
  }
}
