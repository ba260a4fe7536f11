package org.daybook.web.pages.board.notices;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.store.NoticeQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Address;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.NoticeList;
import org.daybook.web.pages.board.NoticeView;
import org.daybook.web.pages.board.Part;
import org.daybook.web.pages.board.Tab;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All notices: those that nobody has answered, those that were seen, those that are over. */
@Component(service = Chapter.class)
public final class NoticeChapter implements Chapter {
  private static final String PATH = "/board/notices";
  private static final String ACKNOWLEDGE = PATH + "/acknowledge";

  private final Parts parts;
  private final BoardPages pages;

  @Activate
  public NoticeChapter(@Reference Parts parts, @Reference Templates templates) {
    this.parts = parts;
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(PATH, BoardRoute.STAFF, asked -> list(asked, "")),
        BoardRoute.post(ACKNOWLEDGE, BoardRoute.STAFF, this::acknowledge));
  }

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(300, "notices", PATH)
            .counting(look -> NoticeList.count(Notice.State.RAISED, look)));
  }

  private Answer list(Asked asked, String problem) {
    NoticesView view = pages.read(asked, look -> view(look, asked, problem));
    return pages.page(
        asked, NoticeChapter.class, "notices.vm", words(asked).get("notices.title"), view);
  }

  private static NoticesView view(Look look, Asked asked, String problem) {
    Words words = words(asked);
    Notice.State state = state(asked.sent());
    Optional<NoticeKind> kind = kind(asked.sent());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("show", state == Notice.State.RAISED ? "" : state.name());
    fields.put("kind", kind.map(Enum::name).orElse(""));
    Part<Notice> part = Part.of(asked, look.tx().notices(), query(look, state, kind), PATH, fields);
    String address = asked.root() + PATH.substring(1);
    boolean raised = state == Notice.State.RAISED && !part.items().isEmpty();
    return new NoticesView(
        Stream.of(Notice.State.values())
            .map(
                each -> new Tab(words.get("tab." + each), address + "?show=" + each, each == state))
            .toList(),
        words.get("count." + state, part.count()),
        kinds(words),
        kind.map(Enum::name).orElse(""),
        state.name(),
        part.with(NoticeView.of(part.items(), look, asked.root())),
        address,
        raised ? asked.root() + ACKNOWLEDGE.substring(1) : "",
        look.visitor().key("acknowledge-ticked"),
        Address.of(address, tickAll(fields, asked.sent())),
        asked.sent().get("tick").equals("all"),
        problem);
  }

  private static String tickAll(Map<String, String> fields, Form sent) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("after", sent.get("after"));
    all.put("tick", "all");
    return Address.query(all);
  }

  private static NoticeQuery query(Look look, Notice.State state, Optional<NoticeKind> kind) {
    NoticeQuery.Builder query = NoticeList.of(look).addStates(state);
    kind.ifPresent(query::addKinds);
    return query.build();
  }

  private static Notice.State state(Form sent) {
    return Stream.of(Notice.State.values())
        .filter(state -> state.name().equals(sent.get("show")))
        .findFirst()
        .orElse(Notice.State.RAISED);
  }

  private static Optional<NoticeKind> kind(Form sent) {
    return Stream.of(NoticeKind.values())
        .filter(kind -> kind.name().equals(sent.get("kind")))
        .findFirst();
  }

  private static List<Option> kinds(Words words) {
    return Stream.concat(
            Stream.of(new Option("", words.get("kind.any"))),
            Stream.of(NoticeKind.values())
                .map(kind -> new Option(kind.name(), words.getOr("kind." + kind, kind.name())))
                .sorted(Comparator.comparing(Option::label)))
        .toList();
  }

  /** Each by itself: one that was taken back meanwhile does not stop the rest. */
  private Answer acknowledge(Asked asked) {
    asked.requireKey("acknowledge-ticked");
    List<String> ticked = asked.sent().after("notice.");
    if (ticked.isEmpty()) {
      String none = words(asked).get("ticked.none");
      return FormErrors.NONE.with("", none).on(list(asked, none));
    }
    Notices notices = parts.notices();
    int gone = 0;
    for (String id : ticked) {
      try {
        notices.acknowledge(asked.visitor().actor(), id);
      } catch (RefusedException | NotFoundException | ForbiddenException e) {
        gone++;
      }
    }
    String done = gone == 0 ? "ticked" : gone == ticked.size() ? "ticked.not" : "ticked.some";
    String kind = kind(asked.sent()).map(Enum::name).orElse("");
    return BoardPages.done(asked, Address.of(PATH, Address.query(Map.of("kind", kind))), done);
  }

  private static Words words(Asked asked) {
    return asked.words().of(NoticeChapter.class);
  }
}
