package org.daybook.web.pages.board;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybook.api.error.Category;
import org.daybook.api.error.DaybookException;
import org.daybook.web.pages.Assets;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Trouble;
import org.daybook.web.pages.http.TroubleException;
import org.daybook.web.pages.template.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong with a request of the staff, and what to do. */
public final class BoardTroubles {
  private static final Logger LOG = LoggerFactory.getLogger(BoardTroubles.class);

  private final Templates templates;
  private final Words words;
  private final int retryAfterSeconds;

  /**
   * Says it in one language.
   *
   * @param retryAfterSeconds when to come again while a part of the platform is missing
   */
  public BoardTroubles(Templates templates, Words words, int retryAfterSeconds) {
    this.templates = templates;
    this.words = words;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /**
   * The page for whatever was thrown.
   *
   * @param partsChanged whether parts of the platform came or went meanwhile, which explains it
   * @param root the way from the address to the root of the server
   */
  public Answer of(Throwable thrown, boolean partsChanged, String root) {
    if (thrown instanceof TroubleException expected) {
      Answer page = of(expected.trouble(), root, "");
      for (Map.Entry<String, String> header : expected.headers().entrySet()) {
        page = page.with(header.getKey(), header.getValue());
      }
      return page;
    }
    Optional<Category> category =
        thrown instanceof DaybookException known ? Optional.of(known.category()) : Optional.empty();
    if (partsChanged || category.equals(Optional.of(Category.UNAVAILABLE))) {
      return of(Trouble.UNAVAILABLE, root, "")
          .with("Retry-After", String.valueOf(retryAfterSeconds));
    }
    Optional<Trouble> expected = category.flatMap(BoardTroubles::expected);
    if (expected.isPresent()) {
      return of(expected.get(), root, "");
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("A page of the staff could not be shown: {}", incident, thrown);
    return of(Trouble.FAILED, root, incident);
  }

  /** What may happen to anybody whose page has been open for a while; empty for what may not. */
  private static Optional<Trouble> expected(Category category) {
    return switch (category) {
      case NOT_FOUND -> Optional.of(Trouble.NOT_FOUND);
      case FORBIDDEN -> Optional.of(Trouble.FORBIDDEN);
      case STALE, REFUSED -> Optional.of(Trouble.OVERTAKEN);
      case INVALID_INPUT -> Optional.of(Trouble.MALFORMED);
      default -> Optional.empty();
    };
  }

  /**
   * The page.
   *
   * @param root the way from the address to the root of the server
   * @param incident under which the log says more; blank if it does not
   */
  Answer of(Trouble trouble, String root, String incident) {
    TroubleView view =
        new TroubleView(
            Assets.href(root, "page.css"),
            words.get("trouble." + trouble + ".title"),
            words.get("trouble." + trouble + ".text"),
            root + "board",
            incident);
    String html = templates.merge(BoardTroubles.class, "trouble.vm", Map.of("p", view, "w", words));
    return Answer.html(trouble.status(), words.language(), html);
  }
}
