package org.daybook.web.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Versioned;

/** Gives each answer the status and headers that its value implies. */
final class AnswerShape implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Created<?> created) {
      response.setStatus(created.fresh() ? 201 : 200);
      response.getHeaders().putSingle("Location", created.location());
      response.setEntity(created.entity());
    }
    if (response.getEntity() instanceof Versioned versioned) {
      response.getHeaders().putSingle("ETag", Versions.tag(versioned.version()));
    }
  }
}
