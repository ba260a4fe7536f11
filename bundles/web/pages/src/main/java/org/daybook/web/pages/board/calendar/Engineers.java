package org.daybook.web.pages.board.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.daybook.api.access.Role;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.store.StaffQuery;
import org.daybook.api.visit.Candidate;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.board.form.Field;

/** Engineers to choose from. */
final class Engineers {
  private Engineers() {}

  /**
   * All who work, by name.
   *
   * @param present who goes as it stands; blank if nobody has been chosen
   */
  static List<Field.Option> options(Look look, String present) {
    return with(
        look
            .tx()
            .staff()
            .all(StaffQuery.builder().addRoles(Role.ENGINEER).active(true).build())
            .stream()
            .sorted(Comparator.comparing(StaffMember::name))
            .map(member -> new Field.Option(member.id(), member.name()))
            .toList(),
        present,
        look);
  }

  /** A browser takes the first of a list without whoever is chosen: that is for a person to do. */
  static List<Field.Option> with(List<Field.Option> options, String present, Look look) {
    if (options.stream().anyMatch(option -> option.value().equals(present))) {
      return options;
    }
    Words words = look.words().of(Engineers.class);
    String label =
        present.isBlank()
            ? words.get("engineer.choose")
            : words.get("engineer.not.offered", look.nameOf(present));
    return Stream.concat(Stream.of(new Field.Option(present, label)), options.stream()).toList();
  }

  /** In the order in which an emergency would be given to them, with the reason. */
  static List<Field.Option> options(List<Candidate> candidates, Words words) {
    return candidates.stream()
        .map(
            candidate ->
                new Field.Option(
                    candidate.engineerId(),
                    candidate.engineerName() + " — " + why(candidate, words)))
        .toList();
  }

  /** What the sentence of the service says too, in the language of the reader. */
  private static String why(Candidate candidate, Words words) {
    String time = words.get(candidate.free() ? "candidate.free" : "candidate.busy");
    String near = words.get("candidate." + candidate.nearness());
    return time + ", " + near + (candidate.usual() ? ", " + words.get("candidate.usual") : "");
  }
}
