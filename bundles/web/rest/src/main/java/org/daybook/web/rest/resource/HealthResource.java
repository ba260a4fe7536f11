package org.daybook.web.rest.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.Store;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.http.Answer;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.HealthView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Daybook can do its work; for load balancers and monitoring. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);
  private static final List<String> REQUIRED = List.of("storage", "intake", "reports", "delivery");

  private final Parts parts;
  private final int retryAfterSeconds;

  public HealthResource(Parts parts, int retryAfterSeconds) {
    this.parts = parts;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  @GET
  @Operation(
      value = "Says whether Daybook can do its work: 200, or 503 with what is missing.",
      answer = HealthView.class)
  public Response health() {
    Answer answer = answer();
    Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
    answer.headers().forEach((name, values) -> response.header(name, values.get(0)));
    return response.build();
  }

  /** The same for the servlet, which does not wait for Jersey to say it. */
  public Answer answer() {
    Parts.Present present = parts.present();
    Map<String, Boolean> there = new LinkedHashMap<>(present.byName());
    there.computeIfPresent("storage", (name, up) -> up && answers(present.storage()));
    Map<String, String> states = new LinkedHashMap<>();
    there.forEach((name, up) -> states.put(name, up ? "UP" : "DOWN"));
    List<String> missing = new ArrayList<>(REQUIRED);
    missing.removeIf(there::get);
    boolean up = missing.isEmpty();
    byte[] body = Json.write(new HealthView(up ? "UP" : "DOWN", missing, states));
    Answer answer =
        new Answer(
            up ? 200 : 503, Map.of("Content-Type", List.of(MediaType.APPLICATION_JSON)), body);
    return up ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfterSeconds));
  }

  /** Whatever the reason: a storage that cannot be read is not there. */
  private static boolean answers(Store store) {
    try {
      store.read(tx -> tx.clients().first(ClientQuery.everything()));
      return true;
    } catch (RuntimeException e) {
      LOG.debug("The storage does not answer", e);
      return false;
    }
  }
}
