package org.daybook.web.pages.board;

import java.util.List;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages about one thing, to which notices lead. */
@Component(service = Chapter.class)
public final class Particulars implements Chapter {
  private final BoardPages pages;

  @Activate
  public Particulars(@Reference Parts parts, @Reference Templates templates) {
    this.pages = new BoardPages(parts, templates);
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        about("/board/tasks/{id}", BoardRoute.WORKERS, TaskPage::of),
        about("/board/disputes/{id}", BoardRoute.ON_SITE, DisputePage::of),
        about("/board/deliveries/{id}", BoardRoute.OFFICE, DeliveryPage::of));
  }

  private BoardRoute about(String template, Set<Role> roles, Maker maker) {
    return BoardRoute.get(template, roles, asked -> page(asked, maker));
  }

  private Answer page(Asked asked, Maker maker) {
    DetailView view = pages.read(asked, look -> maker.of(look, asked.id(), asked.root()));
    String title = view.eyebrow() + ": " + view.title();
    return pages.page(asked, Particulars.class, "detail.vm", title, view);
  }

  /** Tells what is known of the thing with an id. */
  private interface Maker {
    DetailView of(Look look, String id, String root);
  }
}
