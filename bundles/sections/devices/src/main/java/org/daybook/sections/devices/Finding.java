package org.daybook.sections.devices;

import java.util.List;

/**
 * What is wrong with a piece of equipment, in words.
 *
 * @param brief the same as the problem, without details that a tile has no room for
 * @param action what is being done about it
 */
record Finding(
    String problem, String brief, String action, String since, String who, String until) {

  /** All but the brief one, as the cells of a row. */
  List<String> cells() {
    return List.of(problem, action, since, who, until);
  }
}
