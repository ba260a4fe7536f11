package org.daybook.web.pages.board.clients;

import java.util.List;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Chapter;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cards of clients. */
@Component(service = Chapter.class)
public final class ClientChapter implements Chapter {
  private final BoardPages pages;
  private final Parts parts;

  @Activate
  public ClientChapter(@Reference Parts parts, @Reference Templates templates) {
    this.pages = new BoardPages(parts, templates);
    this.parts = parts;
  }

  @Override
  public List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get("/board/clients", BoardRoute.OFFICE, this::list),
        BoardRoute.get("/board/clients/{id}", BoardRoute.OFFICE, this::card));
  }

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(200, "clients", "/board/clients"));
  }

  private Answer list(Asked asked) {
    Words words = asked.words().of(ClientChapter.class);
    ClientListView view = pages.read(asked, look -> ClientList.of(look, words));
    return pages.page(asked, ClientChapter.class, "clients.vm", words.get("clients"), view);
  }

  private Answer card(Asked asked) {
    Words words = asked.words().of(ClientChapter.class);
    ClientView view =
        pages.read(asked, look -> ClientCard.of(look, words, parts, asked.id(), asked.root()));
    String title = view.detail().eyebrow() + ": " + view.detail().title();
    return pages.page(asked, ClientChapter.class, "client.vm", title, view);
  }
}
