package org.daybook.web.pages.board.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.StaffQuery;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field.Option;

/** What can be chosen. */
final class Options {
  private Options() {}

  /** The constants of an enum, each by the text of {@code PREFIX.CONSTANT}. */
  static List<Option> of(Words words, String prefix, Enum<?>[] constants) {
    return Stream.of(constants)
        .map(each -> new Option(each.name(), words.get(prefix + "." + each.name())))
        .toList();
  }

  /**
   * The staff with some roles, or nobody.
   *
   * @param now who it is at the moment: one who has left stays until another is chosen
   */
  static List<Option> staff(Look look, Words words, Optional<String> now, Role... roles) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.get("nobody")));
    List<StaffMember> known =
        look.tx().staff().all(StaffQuery.builder().addRoles(roles).active(true).build());
    now.filter(id -> known.stream().noneMatch(member -> member.id().equals(id)))
        .ifPresent(id -> options.add(new Option(id, look.nameOf(id))));
    known.stream()
        .sorted(Comparator.comparing(StaffMember::name))
        .map(member -> new Option(member.id(), member.name()))
        .forEach(options::add);
    return options;
  }
}
