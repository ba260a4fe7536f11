package org.daybook.web.rest;

import java.util.List;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.daybook.web.rest.access.Route;
import org.daybook.web.rest.http.ProblemException;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * Makes sure that Jersey serves the very route whose roles were checked: an address that the two
 * understand differently must not open a door.
 */
final class SameRoute implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Route admitted = (Route) request.getProperty(Route.class.getName());
    List<UriTemplate> matched = ((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates();
    StringBuilder template = new StringBuilder();
    for (int i = matched.size() - 1; i >= 0; i--) {
      template.append(matched.get(i).getTemplate());
    }
    if (admitted == null || !admitted.template().contentEquals(template)) {
      throw ProblemException.of(404, "There is nothing at this address.");
    }
  }
}
