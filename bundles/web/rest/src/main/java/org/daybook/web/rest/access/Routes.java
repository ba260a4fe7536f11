package org.daybook.web.rest.access;

import static org.daybook.api.access.Role.ADMIN;
import static org.daybook.api.access.Role.ENGINEER;
import static org.daybook.api.access.Role.MANAGER;
import static org.daybook.api.access.Role.SPECIALIST;
import static org.daybook.api.access.Role.SUPPORT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daybook.api.access.Role;

/**
 * The table of all routes and who may use them. What is not here is not reachable, whatever
 * resources say. Whether an engineer may touch this very visit, a specialist this very task, or
 * somebody this very notice, is for the services to say.
 */
public final class Routes {
  private static final Set<Role> OFFICE = EnumSet.of(ADMIN, MANAGER);
  private static final Set<Role> DESK = EnumSet.of(ADMIN, MANAGER, SUPPORT);
  private static final Set<Role> STAFF = EnumSet.allOf(Role.class);
  private static final Set<Role> ON_SITE = EnumSet.of(ADMIN, MANAGER, ENGINEER);
  private static final Set<Role> WORKERS = EnumSet.of(ADMIN, MANAGER, ENGINEER, SPECIALIST);
  private static final Set<Role> TAKERS = EnumSet.of(ADMIN, MANAGER, SPECIALIST);
  private static final Set<Role> REMOTE = EnumSet.of(ADMIN, MANAGER, ENGINEER, SUPPORT);

  private final List<Route> table = new ArrayList<>();

  public Routes() {
    open("GET", "/health");
    open("GET", "/api/v1/openapi.json");
    table.add(new Route("POST", "/hooks/{name}", Route.Guard.HOOK_TOKEN, Set.of()));

    masterData("/api/v1/clients");
    masterData("/api/v1/sites");
    masterData("/api/v1/contacts");
    masterData("/api/v1/assets");
    masterData("/api/v1/staff");
    masterData("/api/v1/projects");
    row("GET", "/api/v1/staff/{id}/account", OFFICE);
    row("POST", "/api/v1/staff/{id}/account", EnumSet.of(ADMIN));
    row("POST", "/api/v1/staff/{id}/password", STAFF);

    row("GET", "/api/v1/tokens", OFFICE);
    row("POST", "/api/v1/tokens", OFFICE);
    row("GET", "/api/v1/tokens/{id}", OFFICE);
    row("DELETE", "/api/v1/tokens/{id}", OFFICE);

    row("GET", "/api/v1/tasks", STAFF);
    row("POST", "/api/v1/tasks", REMOTE);
    row("GET", "/api/v1/tasks/{id}", STAFF);
    row("PATCH", "/api/v1/tasks/{id}", ON_SITE);
    row("GET", "/api/v1/tasks/{id}/comments", STAFF);
    row("POST", "/api/v1/tasks/{id}/start", ON_SITE);
    row("POST", "/api/v1/tasks/{id}/done", WORKERS);
    row("POST", "/api/v1/tasks/{id}/not-done", ON_SITE);
    row("POST", "/api/v1/tasks/{id}/comment", STAFF);
    row("POST", "/api/v1/tasks/{id}/time", WORKERS);
    row("POST", "/api/v1/tasks/{id}/handover", ON_SITE);
    row("POST", "/api/v1/tasks/{id}/accept", TAKERS);
    row("POST", "/api/v1/tasks/{id}/return", TAKERS);
    row("POST", "/api/v1/tasks/{id}/carry-over", ON_SITE);
    row("POST", "/api/v1/tasks/{id}/cancel", ON_SITE);
    row("POST", "/api/v1/tasks/{id}/resolve-remotely", REMOTE);

    row("GET", "/api/v1/visits", STAFF);
    row("POST", "/api/v1/visits", DESK);
    // Before what would take the word for an id
    row("GET", "/api/v1/visits/candidates", DESK);
    row("GET", "/api/v1/visits/{id}", STAFF);
    row("POST", "/api/v1/visits/{id}/start", ON_SITE);
    row("POST", "/api/v1/visits/{id}/wishes", ON_SITE);
    row("POST", "/api/v1/visits/{id}/reschedule", OFFICE);
    row("POST", "/api/v1/visits/{id}/cancel", OFFICE);
    row("POST", "/api/v1/visits/{id}/close", ON_SITE);
    row("POST", "/api/v1/visits/{id}/assign", DESK);
    row("POST", "/api/v1/visits/{id}/accept", ON_SITE);
    row("POST", "/api/v1/visits/{id}/on-the-way", ON_SITE);
    row("GET", "/api/v1/visits/{id}/expected-checks", STAFF);
    row("GET", "/api/v1/visits/{id}/checks", STAFF);
    row("GET", "/api/v1/visits/{id}/checks/{checkId}", STAFF);
    row("POST", "/api/v1/visits/{id}/checks/{checkId}", ON_SITE);
    row("GET", "/api/v1/visits/{id}/report", STAFF);
    row("GET", "/api/v1/visits/{id}/report.json", STAFF);
    row("GET", "/api/v1/visits/{id}/report.html", STAFF);
    row("GET", "/api/v1/visits/{id}/report.txt", STAFF);
    row("GET", "/api/v1/visits/{id}/report.pdf", STAFF);
    row("GET", "/api/v1/visits/{id}/report.eml", STAFF);
    row("GET", "/api/v1/visits/{id}/report/preview.html", STAFF);
    row("GET", "/api/v1/visits/{id}/report/revisions", STAFF);
    row("POST", "/api/v1/visits/{id}/report/correct", OFFICE);
    row("POST", "/api/v1/visits/{id}/report/send", OFFICE);
    row("GET", "/api/v1/visits/{id}/preview.html", STAFF);

    row("GET", "/api/v1/reports", OFFICE);
    row("GET", "/api/v1/deliveries", OFFICE);
    row("GET", "/api/v1/deliveries/{id}", OFFICE);
    row("POST", "/api/v1/deliveries/{id}/retry", OFFICE);
    row("POST", "/api/v1/deliveries/{id}/revoke-link", OFFICE);

    row("GET", "/api/v1/disputes", ON_SITE);
    row("POST", "/api/v1/disputes", OFFICE);
    row("GET", "/api/v1/disputes/{id}", ON_SITE);
    row("POST", "/api/v1/disputes/{id}/review", OFFICE);
    row("POST", "/api/v1/disputes/{id}/answer", ON_SITE);
    row("POST", "/api/v1/disputes/{id}/uphold", OFFICE);
    row("POST", "/api/v1/disputes/{id}/reject", OFFICE);
    row("POST", "/api/v1/disputes/{id}/withdraw", OFFICE);
    row("POST", "/api/v1/disputes/{id}/penalty", OFFICE);
    row("POST", "/api/v1/disputes/{id}/penalty/apply", OFFICE);
    row("POST", "/api/v1/disputes/{id}/penalty/waive", OFFICE);

    row("GET", "/api/v1/notices", STAFF);
    row("GET", "/api/v1/notices/{id}", STAFF);
    row("POST", "/api/v1/notices/{id}/acknowledge", STAFF);
    row("GET", "/api/v1/sources", OFFICE);
    row("GET", "/api/v1/sections", OFFICE);
    row("GET", "/api/v1/channels", OFFICE);
    row("GET", "/api/v1/figures", OFFICE);
    row("GET", "/api/v1/figures.csv", OFFICE);

    row("GET", "/api/v1/letters", OFFICE);
    row("GET", "/api/v1/letters/{id}", OFFICE);
    row("POST", "/api/v1/letters/{id}/retry", OFFICE);
    row("POST", "/api/v1/letters/{id}/revoke-link", OFFICE);

    row("GET", "/api/v1/plans", OFFICE);
    row("POST", "/api/v1/plans", OFFICE);
    row("GET", "/api/v1/plans/{id}.csv", OFFICE);
    row("GET", "/api/v1/plans/{id}.svg", OFFICE);
    row("GET", "/api/v1/plans/{id}", OFFICE);
    row("POST", "/api/v1/plans/{id}/publish", OFFICE);
    row("POST", "/api/v1/plans/{id}/replan", OFFICE);
    row("POST", "/api/v1/plans/{id}/discard", OFFICE);
    row("POST", "/api/v1/plans/{id}/visits", OFFICE);
    row("POST", "/api/v1/plans/{id}/visits/{visitId}/move", OFFICE);
    row("DELETE", "/api/v1/plans/{id}/visits/{visitId}", OFFICE);
    row("GET", "/api/v1/clients/{id}/terms", OFFICE);
    row("PUT", "/api/v1/clients/{id}/terms", OFFICE);
    row("GET", "/api/v1/clients/{id}/norm", OFFICE);
    row("GET", "/api/v1/absences", OFFICE);
    row("POST", "/api/v1/absences", OFFICE);
    row("DELETE", "/api/v1/absences/{id}", OFFICE);

    row("GET", "/api/v1/diary", STAFF);
    row("GET", "/api/v1/diary/visits/{id}", REMOTE);
    row("GET", "/api/v1/visits/{id}/assets", STAFF);
    row("POST", "/api/v1/visits/{id}/assets", ON_SITE);
    row("POST", "/api/v1/visits/{id}/assets/{assetId}/ok", ON_SITE);
    row("POST", "/api/v1/visits/{id}/assets/{assetId}/skip", ON_SITE);
    row("POST", "/api/v1/visits/{id}/assets/{assetId}/gone", ON_SITE);
    row("GET", "/api/v1/tasks/{id}/photos", STAFF);
    row("POST", "/api/v1/tasks/{id}/photos", WORKERS);
    row("GET", "/api/v1/photos/{id}.jpg", STAFF);
    row("GET", "/api/v1/photos/{id}/thumbnail.jpg", STAFF);
    row("PATCH", "/api/v1/photos/{id}", WORKERS);
    row("DELETE", "/api/v1/photos/{id}", WORKERS);
    row("POST", "/api/v1/remote-fixes", REMOTE);
    row("GET", "/api/v1/tasks/{id}/history", STAFF);
    row("GET", "/api/v1/session", STAFF);
    row("DELETE", "/api/v1/session", STAFF);
    row("GET", "/api/v1/sessions", STAFF);
    row("DELETE", "/api/v1/sessions/{id}", STAFF);

    row("GET", "/api/v1/signals", OFFICE);
    row("GET", "/api/v1/signals/{id}", OFFICE);
    row("POST", "/api/v1/signals/{id}/assign", OFFICE);
    row("POST", "/api/v1/signals/{id}/dismiss", OFFICE);
    row("GET", "/api/v1/signal-mappings", OFFICE);
    row("DELETE", "/api/v1/signal-mappings/{id}", OFFICE);
    masterData("/api/v1/regulations");
    row("GET", "/api/v1/regulations/{id}/revisions", OFFICE);
  }

  /** All rows, in the order in which they are documented. */
  public List<Route> all() {
    return List.copyOf(table);
  }

  /** The route for a request; HEAD goes where GET goes. */
  public Optional<Route> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> segments = Route.segmentsOf(path);
    return table.stream()
        .filter(route -> route.method().equals(wanted) && route.leadsTo(segments))
        .findFirst();
  }

  /** The methods that a path has, as the header {@code Allow} lists them; blank if it has none. */
  public String methodsOf(String path) {
    List<String> segments = Route.segmentsOf(path);
    Set<String> methods =
        table.stream()
            .filter(route -> route.leadsTo(segments))
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return String.join(", ", methods);
  }

  private void masterData(String path) {
    row("GET", path, OFFICE);
    row("POST", path, OFFICE);
    row("GET", path + "/{id}", OFFICE);
    row("PUT", path + "/{id}", OFFICE);
    row("PATCH", path + "/{id}", OFFICE);
  }

  private void open(String method, String template) {
    table.add(new Route(method, template, Route.Guard.NONE, Set.of()));
  }

  private void row(String method, String template, Set<Role> roles) {
    table.add(new Route(method, template, Route.Guard.ACCOUNT, roles));
  }
}
