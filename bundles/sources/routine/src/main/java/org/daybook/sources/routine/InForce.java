package org.daybook.sources.routine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Regulation;

/**
 * What counts now.
 *
 * @param byKind the regulations of the platform
 * @param complaints why something in the files does not count; empty if everything does
 */
record InForce(Map<AssetKind, Regulation> byKind, List<String> complaints) {

  InForce {
    byKind = Map.copyOf(byKind);
    complaints = List.copyOf(complaints);
  }

  InForce(List<Regulation> regulations, List<String> complaints) {
    this(byKind(regulations), complaints);
  }

  InForce with(List<Regulation> regulations) {
    return new InForce(regulations, complaints);
  }

  InForce with(String complaint) {
    List<String> more = new ArrayList<>(complaints);
    more.add(complaint);
    return new InForce(byKind, more);
  }

  private static Map<AssetKind, Regulation> byKind(List<Regulation> regulations) {
    Map<AssetKind, Regulation> byKind = new EnumMap<>(AssetKind.class);
    regulations.forEach(regulation -> byKind.put(regulation.kind(), regulation));
    return byKind;
  }
}
