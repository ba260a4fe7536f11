package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.web.pages.board.Words;

/** What one list of items has other than another, in words. */
final class Differences {
  private final Words words;

  Differences(Words words) {
    this.words = words;
  }

  /** Sentences: what came, what went, what is otherwise; blank if nothing is. */
  String between(List<RegulationItem> before, List<RegulationItem> after) {
    Map<String, RegulationItem> old = byId(before);
    Map<String, RegulationItem> fresh = byId(after);
    List<String> came = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    fresh.forEach(
        (id, item) -> {
          Optional<RegulationItem> was = Optional.ofNullable(old.get(id));
          if (was.isEmpty()) {
            came.add(title(item));
          } else if (!was.get().equals(item)) {
            otherwise.add(changed(was.get(), item));
          }
        });
    List<String> gone =
        old.values().stream()
            .filter(item -> !fresh.containsKey(item.id()))
            .map(this::title)
            .toList();
    List<String> sentences = new ArrayList<>();
    say(sentences, "changed.came", came);
    say(sentences, "changed.gone", gone);
    say(sentences, "changed.otherwise", otherwise);
    if (moved(old, fresh)) {
      sentences.add(words.get("changed.order"));
    }
    return String.join(" ", sentences);
  }

  private void say(List<String> sentences, String key, List<String> what) {
    if (!what.isEmpty()) {
      sentences.add(words.get(key, String.join("; ", what)));
    }
  }

  private String changed(RegulationItem was, RegulationItem is) {
    List<String> how = new ArrayList<>();
    if (!title(was).equals(title(is))) {
      how.add("→ " + title(is));
    }
    if (was.frequency() != is.frequency()) {
      how.add(
          words.get("frequency." + was.frequency())
              + " → "
              + words.get("frequency." + is.frequency()));
    }
    if (was.mandatory() != is.mandatory()) {
      how.add(words.get(is.mandatory() ? "mandatory.yes" : "mandatory.no"));
    }
    if (how.isEmpty()) {
      how.add(words.get("changed.translation"));
    }
    return title(was) + " (" + String.join(", ", how) + ")";
  }

  /** Whether those that were there before stand in another order. */
  private static boolean moved(Map<String, RegulationItem> old, Map<String, RegulationItem> fresh) {
    List<String> before = old.keySet().stream().filter(fresh::containsKey).toList();
    List<String> after = fresh.keySet().stream().filter(old::containsKey).toList();
    return !before.equals(after);
  }

  /** Those that have no id yet are each their own. */
  private static Map<String, RegulationItem> byId(List<RegulationItem> items) {
    Map<String, RegulationItem> byId = new LinkedHashMap<>();
    for (RegulationItem item : items) {
      byId.put(item.id().isBlank() ? "\0" + byId.size() : item.id(), item);
    }
    return byId;
  }

  private String title(RegulationItem item) {
    return item.title(words.locale());
  }
}
