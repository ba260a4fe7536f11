package org.daybook.web.pages.board.setup;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Client;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.FormView;

/** IT projects at the clients. */
final class ProjectEditor implements Editor<Project> {
  private final Parts parts;

  ProjectEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "projects";
  }

  @Override
  public Optional<Project> find(Transaction tx, String id) {
    return tx.projects().find(id);
  }

  @Override
  public String title(Project project) {
    return project.title();
  }

  @Override
  public String clientId(Project project) {
    return project.clientId();
  }

  @Override
  public long version(Project project) {
    return project.version();
  }

  @Override
  public boolean ofClient() {
    return true;
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<Project> now, String clientId) {
    Words words = look.words().of(Setup.class);
    ZoneId zone = look.client(clientId).map(Client::zone).orElse(words.zone());
    form.required("title", Kind.LINE, now.map(Project::title).orElse(""))
        .optional("description", Kind.TEXT, now.map(Project::description).orElse(""))
        .choice(
            "state",
            Options.of(words, "project", Project.State.values()),
            now.map(Project::state).orElse(Project.State.ACTIVE).name())
        .optional(
            "dueAt",
            Kind.MOMENT,
            now.flatMap(Project::dueAt)
                .map(due -> LocalDateTime.ofInstant(due, zone).withNano(0).toString())
                .orElse(""));
  }

  @Override
  public Project typed(Typed typed, Optional<Project> now, String clientId) {
    String client = now.map(Project::clientId).orElse(clientId);
    return Project.builder()
        .id(now.map(Project::id).orElse(""))
        .clientId(client)
        .title(typed.text("title"))
        .description(typed.text("description"))
        .state(typed.choice("state", Project.State.class))
        .dueAt(typed.moment("dueAt", zone(client)))
        .createdAt(now.map(Project::createdAt).orElseGet(() -> parts.clock().instant()))
        .version(typed.version())
        .build();
  }

  private ZoneId zone(String clientId) {
    return parts
        .store()
        .read(tx -> tx.clients().find(clientId))
        .map(Client::zone)
        .orElse(ZoneId.of("UTC"));
  }

  @Override
  public Project keep(Actor actor, Project project) {
    return project.id().isEmpty()
        ? parts.diary().addProject(actor, project)
        : parts.diary().changeProject(actor, project);
  }

  @Override
  public String next(Project kept) {
    return Setup.path("clients") + "/" + kept.clientId();
  }
}
