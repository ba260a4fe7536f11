package org.daybook.web.pages.client;

import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.Servlet;
import org.daybook.web.pages.PagesConfig;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The page where the client's people add wishes to a visit. */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@HttpWhiteboardServletName("daybook-wish-page")
@HttpWhiteboardServletPattern("/w/*")
public final class WishPageServlet extends TokenServlet<WishRoute> {
  private static final long serialVersionUID = 1L;

  private final transient WishPages pages;

  @Activate
  public WishPageServlet(
      @Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this(parts, templates, config, System::nanoTime);
  }

  WishPageServlet(Parts parts, Templates templates, PagesConfig config, LongSupplier nanos) {
    super(parts, templates, config, nanos, WishRoute.ROOT, WishPages.WORDS);
    this.pages = new WishPages(parts, templates, retryAfter(config));
  }

  @Override
  Optional<WishRoute> route(String path) {
    return WishRoute.of(path);
  }

  @Override
  String purpose(WishRoute route) {
    return WishPages.PURPOSE;
  }

  @Override
  Answer answer(WishRoute route, String up, Form sent) {
    return pages.answer(route, up, sent);
  }
}
