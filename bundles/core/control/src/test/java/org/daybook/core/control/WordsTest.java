package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.daybook.api.notice.NoticeKind;
import org.daybook.testkit.Examples;
import org.junit.Test;

public class WordsTest {
  private static final List<Locale> LANGUAGES = List.of(Examples.RUSSIAN, Examples.ENGLISH);

  private final Words russian = new Words(Examples.RUSSIAN, Examples.ZONE);
  private final Words english = new Words(Examples.ENGLISH, Examples.ZONE);

  @Test
  public void bothLanguagesSayTheSame() {
    ResourceBundle inRussian = bundle(Examples.RUSSIAN);
    ResourceBundle inEnglish = bundle(Examples.ENGLISH);
    assertThat(inRussian.keySet()).isEqualTo(inEnglish.keySet());
    for (String key : inRussian.keySet()) {
      if (!key.equals("moment")) {
        Set<String> named = arguments(inRussian.getString(key), Examples.RUSSIAN);
        Set<String> also = arguments(inEnglish.getString(key), Examples.ENGLISH);
        assertThat(also).as(key).isEqualTo(named);
      }
    }
  }

  @Test
  public void pluralFormsAreRight() {
    assertThat(undone(1)).contains("осталась несделанной 1 задача —");
    assertThat(undone(2)).contains("остались несделанными 2 задачи —");
    assertThat(undone(5)).contains("осталось несделанными 5 задач —");
    assertThat(undone(21)).contains("осталась несделанной 21 задача —");
    assertThat(skipped(1)).contains("пропущен 1 пункт регламента");
    assertThat(skipped(3)).contains("пропущены 3 пункта регламента");
    assertThat(skipped(11)).contains("пропущено 11 пунктов регламента");
    assertThat(promised(0)).contains("и до сих пор не сделана");
    assertThat(promised(1)).contains("переносилась 1 раз:");
    assertThat(promised(3)).contains("переносилась 3 раза:");
    assertThat(promised(5)).contains("переносилась 5 раз:");
  }

  @Test
  public void momentsAreThoseOfTheZone() {
    Instant moment = Instant.parse("2026-03-12T21:05:00Z");
    assertThat(russian.moment(moment, ZoneId.of("Europe/Moscow"))).isEqualTo("13 марта в 0:05");
    assertThat(russian.day(moment, ZoneId.of("Europe/Kaliningrad"))).isEqualTo("12 марта");
    assertThat(english.moment(moment, ZoneId.of("Asia/Omsk"))).isEqualTo("13 March at 3:05");
  }

  @Test
  public void longListsAreCut() {
    assertThat(russian.list(List.of("а", "б", "в"))).isEqualTo("а; б; в");
    assertThat(russian.list(List.of("а", "б", "в", "г", "д"))).isEqualTo("а; б; в и ещё 2");
  }

  @Test
  public void textsOfPeopleAreTakenAsTheyAre() {
    String sentence =
        russian
            .sentence("task.overdue")
            .with("title", " Don't {0}\nforget ")
            .with("client", "К")
            .with("engineer", "И")
            .with("due", "сегодня")
            .toString();
    assertThat(sentence).startsWith("Просрочена задача «Don't {0} forget» (К,");
  }

  @Test
  public void everyKindOfNoticeHasATitle() {
    for (NoticeKind kind : NoticeKind.values()) {
      for (Locale language : LANGUAGES) {
        assertThat(new Words(language, Examples.ZONE).title(kind)).isNotBlank();
      }
    }
    assertThat(russian.title(NoticeKind.TASK_OVERDUE)).isEqualTo("задача просрочена");
    assertThat(russian.title(NoticeKind.SECTION_FAULT)).isEqualTo("уведомление");
  }

  @Test
  public void anotherLanguageIsEnglish() {
    assertThat(new Words(Locale.GERMAN, Examples.ZONE).say("nobody")).isEqualTo("nobody");
  }

  private String undone(int count) {
    return filled("visit.undone", count);
  }

  private String skipped(int count) {
    return filled("visit.skipped", count);
  }

  private String promised(int times) {
    return russian.sentence("task.promise").with("times", times).toString();
  }

  private String filled(String key, int count) {
    return russian.sentence(key).with("count", count).with("list", "а").toString();
  }

  private static Set<String> arguments(String pattern, Locale language) {
    return new TreeSet<>(new MessageFormat(pattern, language).getArgumentNames());
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("org.daybook.core.control.words", language);
  }
}
