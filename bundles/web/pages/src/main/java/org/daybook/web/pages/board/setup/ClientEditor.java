package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.access.Actor;
import org.daybook.api.access.Role;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Contact;
import org.daybook.api.directory.ServicePlan;
import org.daybook.api.directory.Site;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Kind;
import org.daybook.web.pages.board.form.Field.Option;
import org.daybook.web.pages.board.form.FormView;

/** Companies under contract. */
final class ClientEditor implements Editor<Client> {
  private final Parts parts;

  ClientEditor(Parts parts) {
    this.parts = parts;
  }

  @Override
  public String kind() {
    return "clients";
  }

  @Override
  public Optional<Client> find(Transaction tx, String id) {
    return tx.clients().find(id);
  }

  @Override
  public String title(Client client) {
    return client.name();
  }

  @Override
  public String clientId(Client client) {
    return client.id();
  }

  @Override
  public long version(Client client) {
    return client.version();
  }

  @Override
  public void fields(FormView.Builder form, Look look, Optional<Client> now, String clientId) {
    Words words = look.words().of(Setup.class);
    form.required("name", Kind.LINE, now.map(Client::name).orElse(""))
        .required("code", Kind.LINE, now.map(Client::code).orElse(""))
        .choice(
            "plan",
            Options.of(words, "plan", ServicePlan.values()),
            now.map(Client::plan).orElse(ServicePlan.BASIC).name())
        .choice(
            "language",
            List.of(new Option("ru", words.get("lang.ru")), new Option("en", words.get("lang.en"))),
            now.map(Client::language).orElse(words.locale()).toLanguageTag())
        .required("zone", Kind.LINE, now.map(Client::zone).orElse(words.zone()).getId())
        .choice(
            "engineerId",
            Options.staff(look, words, now.flatMap(Client::engineerId), Role.ENGINEER),
            now.flatMap(Client::engineerId).orElse(""))
        .choice(
            "managerId",
            Options.staff(look, words, now.flatMap(Client::managerId), Role.MANAGER, Role.ADMIN),
            now.flatMap(Client::managerId).orElse(""))
        .optional("reviewFirst", Kind.BOX, Setup.box(now.map(Client::reviewFirst).orElse(false)))
        .optional("active", Kind.BOX, Setup.box(now.map(Client::active).orElse(true)));
  }

  @Override
  public Client typed(Typed typed, Optional<Client> now, String clientId) {
    return Client.builder()
        .id(now.map(Client::id).orElse(""))
        .code(typed.text("code").strip())
        .name(typed.text("name"))
        .plan(typed.choice("plan", ServicePlan.class))
        .language(typed.language("language"))
        .zone(typed.zone("zone"))
        .engineerId(typed.optional("engineerId"))
        .managerId(typed.optional("managerId"))
        .reviewFirst(typed.box("reviewFirst"))
        .active(typed.box("active"))
        .version(typed.version())
        .build();
  }

  @Override
  public Client keep(Actor actor, Client client) {
    return client.id().isEmpty()
        ? parts.directory().addClient(actor, client)
        : parts.directory().changeClient(actor, client);
  }

  @Override
  public String refused() {
    return "code";
  }

  @Override
  public String next(Client kept) {
    return Setup.path("clients") + "/" + kept.id();
  }

  @Override
  public List<Part> parts(Look look, Client client) {
    Words words = look.words().of(Setup.class);
    List<Part> found = new ArrayList<>();
    found.add(
        Part.of(
            new Section("terms", words.get("list.terms"), words.get("terms.intro"), List.of()),
            new Link(
                words.get("terms.change"),
                look.link(Setup.path("clients") + "/" + client.id() + "/terms"))));
    found.add(part(look, client, "sites", sites(look, client)));
    found.add(part(look, client, "contacts", contacts(look, client)));
    found.add(assets(look, client, words));
    found.add(part(look, client, "projects", projects(look, client)));
    return found;
  }

  private static Part part(Look look, Client client, String kind, List<Section.Line> lines) {
    Words words = look.words().of(Setup.class);
    String intro = lines.isEmpty() ? words.get("none." + kind) : "";
    return Part.of(
        new Section(kind, words.get("list." + kind), intro, lines), added(look, client, kind));
  }

  private static Link added(Look look, Client client, String kind) {
    return new Link(
        look.words().of(Setup.class).get("new." + kind),
        look.link(Setup.path(kind) + "/new") + "?client=" + client.id());
  }

  private static Part assets(Look look, Client client, Words words) {
    AssetQuery used = AssetQuery.builder().clientId(client.id()).retired(false).build();
    return Part.of(
        new Section(
            "assets",
            words.get("list.assets"),
            words.get("assets.count", look.tx().assets().count(used)),
            List.of()),
        new Link(
            words.get("assets.all"), look.link(Setup.path("assets")) + "?client=" + client.id()),
        added(look, client, "assets"));
  }

  private static List<Section.Line> sites(Look look, Client client) {
    return look.tx().sites().all(SiteQuery.builder().clientId(client.id()).build()).stream()
        .map(site -> line(look, site))
        .toList();
  }

  private static Section.Line line(Look look, Site site) {
    String where =
        Stream.concat(Stream.of(site.address()), site.district().stream())
            .collect(Collectors.joining(", "));
    return new Section.Line(site.name(), Setup.edit(look, "sites", site.id()), "", "plain", where);
  }

  private static List<Section.Line> contacts(Look look, Client client) {
    Words words = look.words().of(Setup.class);
    ContactQuery theirs = ContactQuery.builder().clientId(client.id()).build();
    return look.tx().contacts().all(theirs).stream()
        .map(contact -> line(look, contact, words))
        .toList();
  }

  private static Section.Line line(Look look, Contact contact, Words words) {
    return new Section.Line(
        contact.name(),
        Setup.edit(look, "contacts", contact.id()),
        contact.responsible()
            ? words.get("contact.responsible")
            : contact.reportRecipient() ? words.get("contact.recipient") : "",
        "plain",
        Stream.of(contact.position(), contact.phone(), contact.email())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", ")));
  }

  private static List<Section.Line> projects(Look look, Client client) {
    Words words = look.words().of(Setup.class);
    ProjectQuery theirs = ProjectQuery.builder().clientId(client.id()).build();
    return look.tx().projects().all(theirs).stream()
        .map(
            project ->
                new Section.Line(
                    project.title(),
                    Setup.edit(look, "projects", project.id()),
                    words.get("project." + project.state()),
                    project.state() == Project.State.ACTIVE ? "good" : "plain",
                    look.moment(project.dueAt(), client.id())))
        .toList();
  }
}
