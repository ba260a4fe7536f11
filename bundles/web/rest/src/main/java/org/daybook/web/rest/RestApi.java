package org.daybook.web.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.daybook.web.rest.access.Routes;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Endpoint;
import org.daybook.web.rest.openapi.OpenApi;
import org.daybook.web.rest.resource.AbsencesResource;
import org.daybook.web.rest.resource.AssetsResource;
import org.daybook.web.rest.resource.ChecksResource;
import org.daybook.web.rest.resource.ClientsResource;
import org.daybook.web.rest.resource.ContactsResource;
import org.daybook.web.rest.resource.Defaults;
import org.daybook.web.rest.resource.DeliveriesResource;
import org.daybook.web.rest.resource.DiaryResource;
import org.daybook.web.rest.resource.DisputesResource;
import org.daybook.web.rest.resource.ExpectedChecksResource;
import org.daybook.web.rest.resource.FiguresResource;
import org.daybook.web.rest.resource.HealthResource;
import org.daybook.web.rest.resource.HooksResource;
import org.daybook.web.rest.resource.LettersResource;
import org.daybook.web.rest.resource.NoticesResource;
import org.daybook.web.rest.resource.OpenApiResource;
import org.daybook.web.rest.resource.PhotosResource;
import org.daybook.web.rest.resource.PlansResource;
import org.daybook.web.rest.resource.PluginsResource;
import org.daybook.web.rest.resource.ProjectsResource;
import org.daybook.web.rest.resource.RegulationsResource;
import org.daybook.web.rest.resource.RemoteFixesResource;
import org.daybook.web.rest.resource.ReportListResource;
import org.daybook.web.rest.resource.ReportsResource;
import org.daybook.web.rest.resource.RevisionsResource;
import org.daybook.web.rest.resource.SessionResource;
import org.daybook.web.rest.resource.SessionsResource;
import org.daybook.web.rest.resource.SignalsResource;
import org.daybook.web.rest.resource.SitesResource;
import org.daybook.web.rest.resource.StaffResource;
import org.daybook.web.rest.resource.TaskPhotosResource;
import org.daybook.web.rest.resource.TasksResource;
import org.daybook.web.rest.resource.TermsResource;
import org.daybook.web.rest.resource.TokensResource;
import org.daybook.web.rest.resource.VisitAssetsResource;
import org.daybook.web.rest.resource.VisitsResource;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.model.Resource;

/** Everything that Jersey serves. */
final class RestApi {
  private final List<Object> resources = new ArrayList<>();
  private final Routes routes;

  RestApi(Parts parts, Routes routes, Defaults defaults, int retryAfterSeconds) {
    this.routes = routes;
    resources.add(new HealthResource(parts, retryAfterSeconds));
    resources.add(new HooksResource(parts));
    resources.add(new ClientsResource(parts, defaults));
    resources.add(new SitesResource(parts));
    resources.add(new ContactsResource(parts));
    resources.add(new AssetsResource(parts));
    resources.add(new StaffResource(parts));
    resources.add(new ProjectsResource(parts));
    resources.add(new TokensResource(parts));
    resources.add(new TasksResource(parts));
    resources.add(new VisitsResource(parts, defaults));
    resources.add(new ChecksResource(parts));
    resources.add(new ExpectedChecksResource(parts));
    resources.add(new ReportsResource(parts));
    resources.add(new RevisionsResource(parts));
    resources.add(new ReportListResource(parts));
    resources.add(new DisputesResource(parts));
    resources.add(new DeliveriesResource(parts));
    resources.add(new NoticesResource(parts));
    resources.add(new PluginsResource(parts));
    resources.add(new FiguresResource(parts, defaults));
    resources.add(new LettersResource(parts));
    resources.add(new PlansResource(parts));
    resources.add(new TermsResource(parts));
    resources.add(new AbsencesResource(parts));
    resources.add(new DiaryResource(parts));
    resources.add(new VisitAssetsResource(parts));
    resources.add(new TaskPhotosResource(parts));
    resources.add(new PhotosResource(parts));
    resources.add(new RemoteFixesResource(parts));
    resources.add(new SessionResource(parts));
    resources.add(new SessionsResource(parts));
    resources.add(new SignalsResource(parts));
    resources.add(new RegulationsResource(parts));
    resources.add(new OpenApiResource(onceMade(() -> new OpenApi(endpoints()).document())));
  }

  List<Endpoint> endpoints() {
    return Endpoint.of(routes, resources);
  }

  /** The application. It looks nowhere for more: what has no route is not there. */
  ResourceConfig application() {
    ResourceConfig config = new ResourceConfig();
    config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
    config.property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true);
    config.property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.BV_FEATURE_DISABLE, true);
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.registerResources(model());
    config.register(new JsonBodies());
    config.register(new SameRoute());
    config.register(new AnswerShape());
    return config;
  }

  private Set<Resource> model() {
    Map<String, Resource.Builder> paths = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints()) {
      paths
          .computeIfAbsent(endpoint.route().template(), Resource::builder)
          .addMethod(endpoint.route().method())
          .consumes(endpoint.consumes())
          .produces(endpoint.produces())
          .handledBy(endpoint.resource(), endpoint.method());
    }
    return paths.values().stream().map(Resource.Builder::build).collect(Collectors.toSet());
  }

  private static Supplier<ObjectNode> onceMade(Supplier<ObjectNode> maker) {
    return new Supplier<>() {
      private ObjectNode made;

      @Override
      public synchronized ObjectNode get() {
        if (made == null) {
          made = maker.get();
        }
        return made;
      }
    };
  }
}
