package org.daybook.sources.routine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.Regulations;

/** Takes over whatever it is told, and counts how often that was. */
final class KeptRegulations implements Regulations {
  final Map<AssetKind, Regulation> kept = new EnumMap<>(AssetKind.class);
  int takenOver;

  @Override
  public List<Regulation> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public Regulation add(Actor actor, Regulation draft) {
    kept.put(draft.kind(), draft);
    return draft;
  }

  @Override
  public Regulation change(Actor actor, Regulation changed) {
    return add(actor, changed);
  }

  @Override
  public List<Regulation> takeOver(Actor source, Map<AssetKind, List<RegulationItem>> said) {
    takenOver++;
    said.forEach(
        (kind, items) ->
            add(
                source,
                Regulation.builder()
                    .id(kind.name())
                    .kind(kind)
                    .items(items)
                    .inFiles(items)
                    .changedAt(Instant.EPOCH)
                    .changedBy(source.name())
                    .build()));
    return all();
  }
}
