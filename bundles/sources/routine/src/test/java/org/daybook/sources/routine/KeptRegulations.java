package org.daybook.sources.routine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybook.api.access.Actor;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.regulation.Regulation;
import org.daybook.api.regulation.RegulationItem;
import org.daybook.api.regulation.Regulations;

/** Takes over whatever it is told but what it is to refuse, and remembers how often that was. */
final class KeptRegulations implements Regulations {
  final Map<AssetKind, Regulation> kept = new EnumMap<>(AssetKind.class);
  final Set<AssetKind> refused = EnumSet.noneOf(AssetKind.class);
  final List<AssetKind> takenOver = new ArrayList<>();

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
    if (said.keySet().stream().anyMatch(refused::contains)) {
      throw new InvalidInputException("items[0].title.en", "is not what it takes");
    }
    takenOver.addAll(said.keySet());
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
