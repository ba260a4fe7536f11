package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.daybook.web.rest.openapi.Operation;

/** The description of this API for machines. */
@Path(Paths.API + "/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
  private final Supplier<ObjectNode> document;

  public OpenApiResource(Supplier<ObjectNode> document) {
    this.document = document;
  }

  @GET
  @Operation("Describes this API (OpenAPI 3).")
  public ObjectNode openApi() {
    return document.get();
  }
}
