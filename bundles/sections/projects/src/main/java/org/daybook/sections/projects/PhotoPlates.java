package org.daybook.sections.projects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Photo;
import org.daybook.api.visit.ClosedVisit.VisitTask;

/** The photos of some tasks, each under the name of its task. */
final class PhotoPlates {
  private PhotoPlates() {}

  static Optional<Block> of(ClosedVisit visit, List<VisitTask> tasks, Texts texts) {
    Map<String, String> titles = new LinkedHashMap<>();
    tasks.forEach(task -> titles.put(task.id(), task.title()));
    List<Block.Picture> pictures =
        visit.photos().stream()
            .filter(photo -> titles.containsKey(photo.taskId()))
            .map(photo -> picture(photo, titles.get(photo.taskId()), texts))
            .toList();
    return pictures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Pictures(texts.get("photos"), pictures));
  }

  private static Block.Picture picture(Photo photo, String task, Texts texts) {
    String caption = photo.caption().strip();
    return new Block.Picture(
        photo.id(),
        photo.sha256(),
        caption.isEmpty() ? task : texts.get("photo", task, caption),
        photo.width(),
        photo.height(),
        Optional.empty());
  }
}
