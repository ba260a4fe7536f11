package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.api.diary.Project;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.Client;
import org.daybook.api.directory.Site;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.AssetQuery;
import org.daybook.api.store.ClientQuery;
import org.daybook.api.store.ContactQuery;
import org.daybook.api.store.ProjectQuery;
import org.daybook.api.store.SiteQuery;
import org.daybook.api.store.StaffQuery;
import org.daybook.web.pages.Parts;
import org.daybook.web.pages.board.Asked;
import org.daybook.web.pages.board.BoardPages;
import org.daybook.web.pages.board.BoardRoute;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.template.Templates;

/** The first page of the set-up, and its lists, which are searched by any part of a line. */
final class ListPages {
  /** Whoever has more finds what they want by searching. */
  private static final int MOST = 100;

  /** In the order in which one sets them up. */
  private static final List<String> HOME =
      List.of(
          "clients", "sites", "contacts", "assets", "projects", "staff", "regulations", "tokens");

  private static final Set<Project.State> OVER =
      Set.copyOf(EnumSet.of(Project.State.FINISHED, Project.State.CANCELLED));

  private final BoardPages pages;

  ListPages(Parts parts, Templates templates) {
    this.pages = new BoardPages(parts, templates);
  }

  List<BoardRoute> routes() {
    return List.of(
        BoardRoute.get(Setup.PATH, BoardRoute.OFFICE, this::home),
        list("clients", this::clients),
        list("staff", this::staff),
        list("assets", this::assets),
        list("sites", this::sites),
        list("contacts", this::contacts),
        list("projects", this::projects));
  }

  private BoardRoute list(String kind, BiFunction<Look, Asked, List<Row>> rows) {
    return BoardRoute.get(Setup.path(kind), BoardRoute.OFFICE, asked -> page(asked, kind, rows));
  }

  /**
   * What a list has of one thing.
   *
   * @param used false for what is only shown on demand
   */
  private record Row(Section.Line line, boolean used) {
    boolean has(String wanted, Locale language) {
      String text = line.title() + '\n' + line.note() + '\n' + line.state();
      return Arrays.stream(wanted.toLowerCase(language).split("\\s+"))
          .allMatch(text.toLowerCase(language)::contains);
    }
  }

  private Answer home(Asked asked) {
    Words words = asked.words().of(Setup.class);
    ListView view =
        pages.read(
            asked,
            look ->
                ListView.plain(
                    new Link(words.get("board"), look.link("/board")),
                    words.get("setup"),
                    "",
                    HOME.stream()
                        .map(
                            kind ->
                                new Section.Line(
                                    words.get("list." + kind),
                                    look.link(Setup.path(kind)),
                                    "",
                                    "plain",
                                    words.get("about." + kind)))
                        .toList(),
                    List.of()));
    return pages.page(asked, Setup.class, "list.vm", words.get("setup"), view);
  }

  private Answer page(Asked asked, String kind, BiFunction<Look, Asked, List<Row>> rows) {
    Words words = asked.words().of(Setup.class);
    ListView view = pages.read(asked, look -> view(look, asked, kind, rows.apply(look, asked)));
    return pages.page(asked, Setup.class, "list.vm", words.get("list." + kind), view);
  }

  private static ListView view(Look look, Asked asked, String kind, List<Row> rows) {
    Words words = asked.words().of(Setup.class);
    String search = asked.sent().get("q").strip();
    boolean all = asked.sent().get("all").equals("on");
    Optional<Client> client = look.client(asked.sent().get("client"));
    List<Row> found =
        rows.stream()
            .filter(row -> all || row.used())
            .filter(row -> row.has(search, words.locale()))
            .toList();
    List<Section.Line> shown = found.stream().limit(MOST).map(Row::line).toList();
    String more = found.size() > MOST ? " " + words.get("list.more", found.size() - MOST) : "";
    String of = client.map(known -> "?client=" + known.id()).orElse("");
    return new ListView(
        client
            .map(known -> new Link(known.name(), Setup.edit(look, "clients", known.id())))
            .orElseGet(() -> new Link(words.get("setup"), look.link(Setup.PATH))),
        words.get("list." + kind),
        words.get("list.count", found.size()) + more,
        look.link(Setup.path(kind)),
        client.map(Client::id).orElse(""),
        search,
        true,
        rows.stream().anyMatch(row -> !row.used()),
        all,
        shown,
        List.of(new Link(words.get("new." + kind), look.link(Setup.path(kind) + "/new") + of)));
  }

  private List<Row> clients(Look look, Asked asked) {
    Words words = asked.words().of(Setup.class);
    return look.tx().clients().all(ClientQuery.everything()).stream()
        .sorted(Comparator.comparing(Client::name))
        .map(
            client ->
                new Row(
                    new Section.Line(
                        client.name(),
                        Setup.edit(look, "clients", client.id()),
                        words.get(client.active() ? "plan." + client.plan() : "client.ended"),
                        "plain",
                        client.code()),
                    client.active()))
        .toList();
  }

  private List<Row> staff(Look look, Asked asked) {
    Words words = asked.words().of(Setup.class);
    return look.tx().staff().all(StaffQuery.everything()).stream()
        .sorted(Comparator.comparing(StaffMember::name))
        .map(
            member ->
                new Row(
                    new Section.Line(
                        member.name(),
                        Setup.edit(look, "staff", member.id()),
                        words.get(member.active() ? "role." + member.role() : "staff.left"),
                        "plain",
                        joined(member.department(), member.phone(), member.email())),
                    member.active()))
        .toList();
  }

  private List<Row> assets(Look look, Asked asked) {
    Words words = asked.words().of(Setup.class);
    AssetQuery query = AssetQuery.builder().clientId(client(asked)).build();
    Map<String, String> sites =
        look.tx().sites().all(SiteQuery.builder().clientId(client(asked)).build()).stream()
            .collect(Collectors.toMap(Site::id, Site::name));
    return look.tx().assets().all(query).stream()
        .sorted(Comparator.comparing(Asset::kind).thenComparing(Asset::name))
        .map(
            asset ->
                new Row(
                    new Section.Line(
                        asset.name(),
                        Setup.edit(look, "assets", asset.id()),
                        words.get(asset.retired() ? "asset.retired" : "asset." + asset.kind()),
                        "plain",
                        joined(
                            asset.hostname(),
                            asset.inventoryNumber(),
                            Optional.ofNullable(sites.get(asset.siteId())),
                            owner(look, asked, asset.clientId()))),
                    !asset.retired()))
        .toList();
  }

  private List<Row> sites(Look look, Asked asked) {
    SiteQuery query = SiteQuery.builder().clientId(client(asked)).build();
    return look.tx().sites().all(query).stream()
        .map(
            site ->
                row(
                    site.name(),
                    Setup.edit(look, "sites", site.id()),
                    joined(
                        Optional.of(site.address()),
                        site.district(),
                        owner(look, asked, site.clientId()))))
        .toList();
  }

  private List<Row> contacts(Look look, Asked asked) {
    ContactQuery query = ContactQuery.builder().clientId(client(asked)).build();
    return look.tx().contacts().all(query).stream()
        .map(
            contact ->
                row(
                    contact.name(),
                    Setup.edit(look, "contacts", contact.id()),
                    joined(
                        contact.position(),
                        contact.phone(),
                        contact.email(),
                        owner(look, asked, contact.clientId()))))
        .toList();
  }

  private List<Row> projects(Look look, Asked asked) {
    Words words = asked.words().of(Setup.class);
    ProjectQuery query = ProjectQuery.builder().clientId(client(asked)).build();
    return look.tx().projects().all(query).stream()
        .map(
            project ->
                new Row(
                    new Section.Line(
                        project.title(),
                        Setup.edit(look, "projects", project.id()),
                        words.get("project." + project.state()),
                        "plain",
                        joined(owner(look, asked, project.clientId()))),
                    !OVER.contains(project.state())))
        .toList();
  }

  private static Row row(String title, String href, String note) {
    return new Row(new Section.Line(title, href, "", "plain", note), true);
  }

  private static Optional<String> client(Asked asked) {
    return Optional.of(asked.sent().get("client")).filter(id -> !id.isBlank());
  }

  /** Whose it is, where the list is not of one client. */
  private static Optional<String> owner(Look look, Asked asked, String clientId) {
    return client(asked).isPresent() ? Optional.empty() : Optional.of(look.clientName(clientId));
  }

  @SafeVarargs
  private static String joined(Optional<String>... texts) {
    List<String> there = new ArrayList<>();
    Stream.of(texts).flatMap(Optional::stream).forEach(there::add);
    return there.stream().collect(Collectors.joining(", "));
  }
}
