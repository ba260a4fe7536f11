package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Gate;
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
      @PathParam("name") String name,
      @Context HttpHeaders headers,
      @Context HttpServletRequest sent,
      byte[] body) {
    HookRequest message = new HookRequest(shown(headers), body == null ? new byte[0] : body);
    HookAnswer answer = answer(name, message, Gate.isForNamedHook(sent));
    return Response.status(answer.status())
        .header("Content-Type", answer.mediaType())
        .entity(answer.body())
        .build();
  }

  /** Who is told 404 drops the message; a token for this very hook proves that it is meant. */
  private HookAnswer answer(String name, HookRequest message, boolean meant) {
    try {
      return parts.intake().receive(name, message);
    } catch (NotFoundException missing) {
      if (meant) {
        throw new UnavailableException("The hook " + name + " is not there now.", missing);
      }
      throw missing;
    }
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
