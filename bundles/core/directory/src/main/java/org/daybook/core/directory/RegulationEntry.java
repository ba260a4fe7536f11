package org.daybook.core.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.regulation.RegulationItem;

/** The rules of what a regulation may ask for. */
final class RegulationEntry {
  /** More than anybody does on one device; a hundred devices are checked at one visit. */
  private static final int MOST_ITEMS = 200;

  private static final int TITLE = 300;
  private static final int ID = 100;
  private static final Pattern ITEM_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

  private RegulationEntry() {}

  /** The items, tidy and each with an id. */
  static List<RegulationItem> checked(List<RegulationItem> given) {
    Fields fields = new Fields();
    fields.require(
        !given.isEmpty() && given.size() <= MOST_ITEMS,
        "items",
        "must be 1 to " + MOST_ITEMS + " items");
    // Not each of a thousand, which would be said to be too many anyway
    fields.throwIfAny();
    List<RegulationItem> tidy = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      RegulationItem item = checked(given.get(i), "items[" + i + "].", fields);
      if (!item.id().isEmpty()) {
        Integer before = seen.putIfAbsent(item.id(), i);
        fields.require(
            before == null, "items[" + i + "].id", "is the id of items[" + before + "] already");
      }
      tidy.add(item);
    }
    fields.throwIfAny();
    return named(tidy, new HashSet<>(seen.keySet()));
  }

  private static RegulationItem checked(RegulationItem item, String at, Fields fields) {
    String id = item.id().strip();
    fields.require(
        id.isEmpty() || ITEM_ID.matcher(id).matches(),
        at + "id",
        "must have 1 to 100 lower-case Latin letters, digits or hyphens");
    return item.toBuilder()
        .id(id)
        .titleRu(fields.text(at + "title.ru", item.titleRu(), TITLE))
        .titleEn(fields.text(at + "title.en", item.titleEn(), TITLE))
        .build();
  }

  private static List<RegulationItem> named(List<RegulationItem> items, Set<String> taken) {
    return items.stream()
        .map(
            item ->
                item.id().isEmpty()
                    ? item.toBuilder().id(nameOf(item.titleEn(), taken)).build()
                    : item)
        .toList();
  }

  /** A name from the title, as an operator would make one: {@code print-a-test-page}. */
  private static String nameOf(String title, Set<String> taken) {
    String words =
        NO_LETTERS
            .matcher(title.toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip()
            .replace(' ', '-');
    String stem = words.isEmpty() ? "item" : words.substring(0, Math.min(words.length(), ID / 2));
    String name = stem;
    for (int i = 2; !taken.add(name); i++) {
      name = stem + '-' + i;
    }
    return name;
  }
}
