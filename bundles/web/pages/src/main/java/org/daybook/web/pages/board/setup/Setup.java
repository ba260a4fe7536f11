package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.List;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clients and what belongs to them, staff, regulations and tokens: added and changed. */
@Component(service = Chapter.class)
public final class Setup implements Chapter {
  static final String PATH = "/board/setup";

  private final List<BoardRoute> routes = new ArrayList<>();

  @Activate
  public Setup(@Reference Parts parts, @Reference Templates templates) {
    routes.addAll(new ListPages(parts, templates).routes());
    for (Editor<?> editor :
        List.of(
            new ClientEditor(parts),
            new SiteEditor(parts),
            new ContactEditor(parts),
            new AssetEditor(parts),
            new ProjectEditor(parts),
            new StaffEditor(parts))) {
      routes.addAll(new EditPages<>(parts, templates, editor).routes());
    }
    routes.addAll(
        new EditPages<>(parts, templates, new TermsEditor(parts))
            .changing(path("clients") + "/{id}/terms"));
    routes.addAll(new AccountPages(parts, templates).routes());
    routes.addAll(new AbsencePages(parts, templates).routes());
    routes.addAll(new TokenPages(parts, templates).routes());
    routes.addAll(new RegulationPages(parts, templates).routes());
  }

  @Override
  public List<BoardRoute> routes() {
    return List.copyOf(routes);
  }

  @Override
  public List<Entry> entries() {
    return List.of(Entry.more(950, "setup", PATH));
  }

  /** The path of the list of a kind of things. */
  static String path(String kind) {
    return PATH + "/" + kind;
  }

  /** The address of the page that changes a thing. */
  static String edit(Look look, String kind, String id) {
    return look.link(path(kind) + "/" + id);
  }

  /** What a box is sent as. */
  static String box(boolean ticked) {
    return ticked ? "on" : "";
  }
}
