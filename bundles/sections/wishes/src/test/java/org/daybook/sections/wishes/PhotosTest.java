package org.daybook.sections.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.task.TaskState;
import org.daybook.api.visit.ClosedVisit.Photo;
import org.daybook.testkit.ExampleTask;
import org.daybook.testkit.ExampleVisit;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class PhotosTest {
  @Test
  public void photosStandLastUnderTheNamesOfTheirTasks() {
    List<Block> blocks = blocks(Examples.RUSSIAN);
    assertThat(blocks.get(blocks.size() - 1))
        .isEqualTo(
            new Block.Pictures(
                "Фотографии",
                List.of(
                    new Block.Picture(
                        "photo-1",
                        "a".repeat(64),
                        "Шумит сервер — Новый вентилятор",
                        1600,
                        1200,
                        Optional.empty()),
                    new Block.Picture(
                        "photo-2", "b".repeat(64), "Шумит сервер", 1200, 1600, Optional.empty()))));
  }

  @Test
  public void theyAreTitledInTheLanguageOfTheReport() {
    List<Block> blocks = blocks(Examples.ENGLISH);
    assertThat(((Block.Pictures) blocks.get(blocks.size() - 1)).caption()).isEqualTo("Photos");
  }

  @Test
  public void withoutPhotosNothingIsSaidOfThem() {
    assertThat(new WishesSection().blocks(visit().build()))
        .noneMatch(Block.Pictures.class::isInstance);
  }

  private static List<Block> blocks(Locale language) {
    return new WishesSection()
        .blocks(
            visit()
                .language(language)
                .photos(
                    List.of(
                        new Photo(
                            "photo-1", "task-1", "Новый вентилятор ", "a".repeat(64), 1600, 1200),
                        new Photo("photo-2", "task-1", " ", "b".repeat(64), 1200, 1600),
                        new Photo("photo-3", "task-of-others", "", "c".repeat(64), 1, 1)))
                .build());
  }

  private static ExampleVisit visit() {
    return ExampleVisit.empty()
        .tasks(
            List.of(
                ExampleTask.of("task-1", "Шумит сервер")
                    .source("client")
                    .finished(TaskState.DONE, "Заменили")
                    .build()));
  }
}
