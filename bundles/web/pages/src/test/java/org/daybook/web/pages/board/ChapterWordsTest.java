package org.daybook.web.pages.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.daybook.web.pages.board.deliveries.DeliveryChapter;
import org.daybook.web.pages.board.disputes.DisputeChapter;
import org.daybook.web.pages.board.notices.NoticeChapter;
import org.daybook.web.pages.board.signals.SignalChapter;
import org.daybook.web.pages.board.sources.SourceChapter;
import org.daybook.web.pages.board.tasks.TaskChapter;
import org.junit.Test;

/** What is said in one language is said in the other. */
public class ChapterWordsTest {
  @Test
  public void everyChapterHasTheSameWordsInBothLanguages() throws Exception {
    for (Class<?> chapter :
        List.of(
            TaskChapter.class,
            SignalChapter.class,
            DeliveryChapter.class,
            DisputeChapter.class,
            SourceChapter.class,
            NoticeChapter.class)) {
      assertThat(keys(chapter, "words_ru.properties"))
          .as(chapter.getSimpleName())
          .isNotEmpty()
          .isEqualTo(keys(chapter, "words.properties"));
    }
  }

  private static Set<String> keys(Class<?> owner, String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = owner.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    return words.stringPropertyNames();
  }
}
