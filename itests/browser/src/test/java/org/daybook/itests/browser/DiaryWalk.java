package org.daybook.itests.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks over the screens of the diary from link to link, and picks those that show something that
 * none before them showed.
 */
final class DiaryWalk {
  /** Of screens that differ in ids only, so many are looked at for what they show. */
  private static final int OF_A_KIND = 6;

  /** Each element in its surroundings, in words of ours. */
  private static final String SHOWN =
      """
      const look = (element) => element.localName + '.' + [...element.classList].sort().join('.')
          + ['type', 'role', 'open', 'required', 'aria-current', 'aria-pressed', 'aria-invalid']
              .filter((name) => element.hasAttribute(name))
              .map((name) => `[${name}=${element.getAttribute(name)}]`).join('');
      return [...new Set([...document.querySelectorAll('#app *')].map(
          (element) => look(element.parentElement) + ' > ' + look(element)))];
      """;

  private static final String LINKS =
      "return [...document.querySelectorAll('#app a[href^=\"#/\"]')]"
          + ".map((link) => link.getAttribute('href'))";

  /** Where the buttons of a screen lead that ask once more, or what is wrong. */
  private static final String BEHIND_BUTTONS =
      """
      const done = arguments[0];
      const [, visit, device] = location.hash.match(/^#\\/v\\/([^/]+)(?:\\/d\\/([^/]+))?$/) ?? [];
      if (!visit) {
        done([]);
      } else if (!device) {
        done([`#/v/${visit}/arrive`, `#/v/${visit}/finish/close`]);
      } else {
        fetch(`/api/v1/diary/visits/${visit}`).then((answer) => answer.json()).then((day) => {
          const check = day.devices.find((each) => each.id === device)?.checks[0];
          done(check ? ['problem', 'skip'].map(
              (answer) => `#/v/${visit}/d/${device}/c/${check.item}/${answer}`) : []);
        }).catch(() => done([]));
      }
      """;

  /** The addresses that the diary knows, as its router lists them. */
  private static final String ROUTES =
      """
      const done = arguments[0];
      const main = document.querySelector('script[type=module]').src;
      fetch(new URL('router.js', main)).then((answer) => answer.text()).then((router) =>
          done([...router.matchAll(/\\['([^']+)', \\w+\\]/g)].map((match) => match[1])));
      """;

  private final Phone phone;
  private final Set<String> shown = new HashSet<>();
  private final Set<String> been = new TreeSet<>();

  DiaryWalk(Phone phone) {
    this.phone = phone;
  }

  /** The screens worth looking at for whoever is signed in. */
  @SuppressWarnings("unchecked")
  List<String> worthLooking() {
    List<String> worth = new ArrayList<>();
    Map<String, Integer> kinds = new HashMap<>();
    Set<String> known = new HashSet<>(Set.of("#/"));
    Deque<String> next = new ArrayDeque<>(known);
    while (!next.isEmpty()) {
      String hash = next.remove();
      goTo(hash);
      if (shown.addAll((List<String>) phone.browser().run(SHOWN))) {
        worth.add(hash);
      }
      List<String> links = new ArrayList<>((List<String>) phone.browser().run(LINKS));
      links.addAll(phone.browser().<List<String>>await(BEHIND_BUTTONS));
      for (String link : links) {
        if (known.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= OF_A_KIND) {
          next.add(link);
        }
      }
    }
    return worth;
  }

  Phone goTo(String hash) {
    been.add(hash);
    return phone.go(hash);
  }

  private static String kind(String hash) {
    return hash.replaceAll("/[0-9a-f-]{36}", "/*");
  }

  /** The addresses of the router at which nobody has been. */
  List<String> neverSeen() {
    return phone.browser().<List<String>>await(ROUTES).stream()
        .filter(route -> been.stream().noneMatch(hash -> matches(route, hash)))
        .toList();
  }

  private static boolean matches(String route, String hash) {
    return hash.substring(1).matches(route.replaceAll(":[a-z]+", "[^/]+"));
  }
}
