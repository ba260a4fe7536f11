package org.daybook.itests.browser;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybook.itests.support.Http;
import org.daybook.itests.support.HttpAnswer;
import org.daybook.itests.support.RunningDaybook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Walks over the pages of the staff from link to link, without a browser, and picks those that
 * together show everything that was seen: each kind of page, and each kind of element in each kind
 * of surroundings.
 */
final class Walk {
  /** Of pages that differ in ids and dates only, so many are looked at for what they show. */
  private static final int OF_A_KIND = 4;

  private static final String TYPED = "input:not([type=hidden]), select, textarea";

  private static final List<String> MARKS =
      List.of("type", "role", "open", "required", "aria-current", "aria-invalid", "disabled");

  private final RunningDaybook daybook;
  private final BoardTable table;
  private final List<Page> seen = new ArrayList<>();
  private final Set<String> templates = new TreeSet<>();
  private final Map<String, Form> forms = new TreeMap<>();

  Walk(RunningDaybook daybook, BoardTable table) {
    this.daybook = daybook;
    this.table = table;
  }

  /**
   * A page.
   *
   * @param login who opens it
   * @param path with the query
   * @param shows what there is to be seen on it, in words of ours
   */
  record Page(String login, String path, Set<String> shows) {}

  /**
   * A form in which something is typed or chosen.
   *
   * @param page that it stands on
   * @param action the path that it leads to
   * @param required whether it must not be left empty
   * @param versioned whether it says which version of something was seen
   */
  record Form(Page page, String action, boolean required, boolean versioned) {}

  /** Walks on from some pages, as somebody. */
  Walk as(String login, List<String> starts) {
    Http http = daybook.http().as(login, RunningDaybook.PASSWORD);
    Map<String, Integer> kinds = new HashMap<>();
    Set<String> known = new HashSet<>(starts);
    Deque<String> next = new ArrayDeque<>(starts);
    while (!next.isEmpty()) {
      String path = next.remove();
      HttpAnswer answer = http.get(path);
      boolean html = answer.header("Content-Type").orElse("").startsWith("text/html");
      if (answer.status() != 200 || !html) {
        continue;
      }
      String template = template(path);
      templates.add(template);
      Document page = Jsoup.parse(answer.text(), daybook.address() + path);
      if (!answer.text().startsWith("<!DOCTYPE")) {
        continue;
      }
      see(new Page(login, path, new HashSet<>(Set.of(template))), page);
      for (String link : links(page)) {
        if (known.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= OF_A_KIND) {
          next.add(link);
        }
      }
    }
    return this;
  }

  /** Which pages of the table were opened. */
  Set<String> templates() {
    return templates;
  }

  /** One form of each kind. */
  Collection<Form> forms() {
    return forms.values();
  }

  /** Few pages that show all: always the one next that shows most that is new. */
  List<Page> worthLooking() {
    List<Page> picked = new ArrayList<>();
    Set<String> left = new HashSet<>();
    seen.forEach(page -> left.addAll(page.shows()));
    while (!left.isEmpty()) {
      Page best =
          seen.stream()
              .max(
                  Comparator.comparingLong(
                      page -> page.shows().stream().filter(left::contains).count()))
              .orElseThrow();
      left.removeAll(best.shows());
      picked.add(best);
    }
    return picked;
  }

  private String template(String path) {
    String address = URI.create(path).getPath();
    return table.templateOf(address).orElse(address.replaceAll("/[0-9a-f-]{36}", "/{id}"));
  }

  /** The page and the words of its query; ids, dates and what was typed make no other kind. */
  private String kind(String path) {
    String query = URI.create(path).getRawQuery();
    String words =
        query == null
            ? ""
            : Stream.of(query.split("&"))
                .map(pair -> pair.matches("[a-z]+=[a-zA-Z_]+") ? pair : pair.replaceAll("=.*", ""))
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    return template(path) + words;
  }

  /** Where one can go from a page, with what htmx puts into it. */
  private Set<String> links(Document page) {
    Set<String> links = new LinkedHashSet<>();
    for (Element link : page.select("a[href]:not([download]), [hx-get]")) {
      String href = link.hasAttr("href") ? "href" : "hx-get";
      String address = link.absUrl(href).replaceAll("#.*", "");
      if (address.startsWith(daybook.address() + "/")) {
        links.add(address.substring(daybook.address().length()));
      }
    }
    return links;
  }

  private void see(Page page, Document document) {
    for (Element element : document.body().getAllElements()) {
      Element parent = element.parent();
      page.shows().add((parent == null ? "" : look(parent) + " > ") + look(element));
    }
    for (Element form : document.select("form[method=post]")) {
      String action = URI.create(form.absUrl("action")).getPath();
      if (!form.select(TYPED).isEmpty()) {
        String kind = template(action) + " " + fields(form);
        page.shows().add(kind);
        boolean required = !form.select("[required]").isEmpty();
        boolean versioned = !form.select("[name=version]").isEmpty();
        forms.putIfAbsent(kind, new Form(page, action, required, versioned));
      }
    }
    seen.add(page);
  }

  /** The names of what it sends, less ids and numbers. */
  private static Set<String> fields(Element form) {
    return form.select("[name]").stream()
        .map(field -> field.attr("name").replaceAll("[.-][0-9a-f-]+$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String look(Element element) {
    String marks =
        MARKS.stream()
            .filter(element::hasAttr)
            .map(mark -> "[" + mark + "=" + element.attr(mark) + "]")
            .collect(Collectors.joining());
    return element.normalName()
        + "."
        + String.join(".", new TreeSet<>(element.classNames()))
        + marks;
  }
}
