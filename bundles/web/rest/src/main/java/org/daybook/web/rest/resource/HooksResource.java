package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.openapi.Operation;

/** Where foreign systems post; what their messages mean is for the sources to say. */
@Path("/hooks")
public final class HooksResource {
  /** A plugin has no business with credentials. */
  private static final Set<String> SECRET = Set.of("authorization", "cookie");

  private final Parts parts;

  public HooksResource(Parts parts) {
    this.parts = parts;
  }

  @POST
  @Path("{name}")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  @Operation("Takes a message of a foreign system; answers after it is stored.")
  public Response receive(
      @PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
    HookAnswer answer =
        parts
            .intake()
            .receive(name, new HookRequest(shown(headers), body == null ? new byte[0] : body));
    return Response.status(answer.status())
        .header("Content-Type", answer.mediaType())
        .entity(answer.body())
        .build();
  }

  private static Map<String, List<String>> shown(HttpHeaders headers) {
    Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!SECRET.contains(name.toLowerCase(Locale.ROOT))) {
                shown.put(name, values);
              }
            });
    return shown;
  }
}
