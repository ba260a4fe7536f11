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
import org.osgi.service.metatype.annotations.Designate;

/** The client's page of a report. */
@Component(service = Servlet.class, configurationPid = "org.daybook.web.pages")
@Designate(ocd = PagesConfig.class)
@HttpWhiteboardServletName("daybook-report-page")
@HttpWhiteboardServletPattern("/r/*")
public final class ReportPageServlet extends TokenServlet<Route> {
  private static final long serialVersionUID = 1L;

  private final transient ReportPages pages;

  @Activate
  public ReportPageServlet(
      @Reference Parts parts, @Reference Templates templates, PagesConfig config) {
    this(parts, templates, config, System::nanoTime);
  }

  ReportPageServlet(Parts parts, Templates templates, PagesConfig config, LongSupplier nanos) {
    super(parts, templates, config, nanos, Route.ROOT, "");
    this.pages = new ReportPages(parts, templates, retryAfter(config));
  }

  @Override
  Optional<Route> route(String path) {
    return Route.of(path);
  }

  @Override
  String purpose(Route route) {
    return ReportPages.purpose(route);
  }

  @Override
  Answer answer(Route route, String up, Form sent) {
    return pages.answer(route, up, sent);
  }
}
