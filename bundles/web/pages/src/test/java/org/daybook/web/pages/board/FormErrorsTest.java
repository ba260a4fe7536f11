package org.daybook.web.pages.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.error.UnavailableException;
import org.daybook.testkit.Examples;
import org.daybook.web.pages.board.calendar.CalendarChapter;
import org.daybook.web.pages.board.form.Field;
import org.daybook.web.pages.board.form.FormErrors;
import org.daybook.web.pages.board.form.FormView;
import org.daybook.web.pages.board.labels.Labels;
import org.daybook.web.pages.board.plans.PlanChapter;
import org.daybook.web.pages.http.Answer;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Test;

/** A form that is not right is shown again, and says what is wrong where it is wrong. */
public class FormErrorsTest {
  private final Words words = new Words(Locale.forLanguageTag("ru"), Examples.ZONE);

  @Test
  public void eachBadFieldIsNamedInTheWordsOfItsReader() {
    FormErrors errors =
        FormErrors.of(
            new InvalidInputException(
                List.of(
                    new FieldError("title", "is required"),
                    new FieldError("text", "must have at most 21 characters, has 22"),
                    new FieldError("plannedFor", "must not be over"))),
            words);
    assertThat(errors.of("title")).isEqualTo("это нужно заполнить.");
    assertThat(errors.of("text")).isEqualTo("слишком длинно: не больше 21 знака.");
    assertThat(errors.of("plannedFor")).isEqualTo("это значение не подходит.");
    assertThat(errors.of("another")).isEmpty();
    assertThat(errors.firstOf(List.of("text", "title"))).isEqualTo("text");
    assertThat(errors.besides(Set.of("title", "text"))).hasSize(1);
  }

  @Test
  public void whatIsMissingIsToBeFilledInHoweverItsServiceSaysSo() {
    for (String message :
        List.of(
            "is required",
            "is required for a planned visit",
            "is missing",
            "is missing: an engineer hears of a wish on a visit")) {
      assertThat(FormErrors.of(new InvalidInputException("title", message), words).of("title"))
          .as(message)
          .isEqualTo("это нужно заполнить.");
    }
  }

  /** Services speak English; nobody who reads Russian is to guess what they mean. */
  @Test
  public void visitsAndPlansComplainInTheLanguageOfTheReader() {
    for (Class<?> chapter : List.of(CalendarChapter.class, PlanChapter.class)) {
      Words theirs = words.of(chapter);
      for (String field :
          List.of(
              "client", "site", "engineer", "plannedFor", "requestedAt", "month", "reason", "?")) {
        String said =
            FormErrors.of(new InvalidInputException(field, "is away on 2026-11-30"), theirs)
                .of(field);
        assertThat(said).as(field).containsPattern("[а-я]").doesNotContainPattern("[a-zA-Z{]");
      }
      assertThat(
              FormErrors.of(new RefusedException("A visit that is CLOSED does not."), theirs)
                  .besides(List.of())
                  .get(0))
          .containsPattern("[а-я]")
          .doesNotContainPattern("[a-zA-Z{]");
    }
    Words calendar = words.of(CalendarChapter.class);
    for (String field : List.of("client", "site", "engineer", "plannedFor", "requestedAt")) {
      assertThat(calendar.getOr("wrong." + field, "")).as(field).isNotBlank();
    }
  }

  @Test
  public void whatTheStateDoesNotAllowIsSaidOfTheWhole() {
    FormErrors refused = FormErrors.of(new RefusedException("It is closed."), words);
    assertThat(refused.besides(Set.of("title")))
        .containsExactly("Сейчас так сделать нельзя. Посмотрите, как обстоит дело.");
    FormErrors stale = FormErrors.of(new StaleVersionException("visit", "v"), words);
    assertThat(stale.besides(Set.of()).get(0)).contains("изменил кто-то другой");
    FormErrors away = FormErrors.of(new UnavailableException("gone"), words);
    Answer page = Answer.html(200, "ru", "x");
    assertThat(refused.on(page).status()).isEqualTo(409);
    assertThat(stale.on(page).status()).isEqualTo(409);
    assertThat(away.on(page).status()).isEqualTo(503);
    assertThat(FormErrors.NONE.with("day", "нет такого").on(page).status()).isEqualTo(422);
    assertThat(FormErrors.NONE.on(page)).isSameAs(page);
  }

  @Test
  public void whatIsNotAboutTheFormIsTheBusinessOfTheBoard() {
    ForbiddenException theirs = new ForbiddenException("not yours");
    assertThatThrownBy(() -> FormErrors.of(theirs, words)).isSameAs(theirs);
    NotFoundException gone = new NotFoundException("visit", "v");
    assertThatThrownBy(() -> FormErrors.of(gone, words)).isSameAs(gone);
  }

  @Test
  public void whatWasTypedIsThereAgainAndEscaped() {
    Form typed = typed("key=k&subject=%3Cb%3E&urgent=on");
    FormErrors errors =
        FormErrors.NONE.with("subject", "слишком \"коротко\"").with("", "Не сейчас.");
    Document page = form(typed, errors);
    assertThat(page.select("[role=alert] li").eachText())
        .containsExactly("Не сейчас.", "Subject: слишком \"коротко\"");
    assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#f-subject");
    assertThat(page.selectFirst("#f-subject").val()).isEqualTo("<b>");
    assertThat(page.selectFirst("#f-subject").attr("aria-describedby"))
        .isEqualTo("f-subject-problem");
    assertThat(page.select("[autofocus]")).hasSize(1);
    assertThat(page.selectFirst("#f-urgent").hasAttr("checked")).isTrue();
    assertThat(page.select("label"))
        .allSatisfy(label -> assertThat(label.attr("for")).isNotEmpty());
  }

  @Test
  public void aFormThatNobodySentHasItsUsualValues() {
    Document page = form(Form.EMPTY, FormErrors.NONE);
    assertThat(page.select("[role=alert], [aria-invalid], [autofocus]")).isEmpty();
    assertThat(page.selectFirst("#f-subject").val()).isEqualTo("usual");
    assertThat(page.selectFirst("#f-kind [selected]").val()).isEqualTo("two");
    assertThat(page.selectFirst("input[name=version]").val()).isEqualTo("7");
    assertThat(page.selectFirst("input[name=key]").val()).isEqualTo("key");
  }

  private Document form(Form typed, FormErrors errors) {
    Words labels = words.of(Labels.class);
    FormView view =
        new FormView.Builder(labels, typed, errors)
            .hidden("version", "7")
            .required("subject", Field.Kind.LINE, "usual")
            .choice(
                "kind",
                List.of(new Field.Option("one", "One"), new Field.Option("two", "Two")),
                "two")
            .optional("urgent", Field.Kind.BOX, "")
            .optional("text", Field.Kind.TEXT, "")
            .build("f", "send", "key", "Send");
    return Jsoup.parse(view.html(new Templates(), labels).toString());
  }

  private static Form typed(String query) {
    return Form.ofQuery(
        (HttpServletRequest)
            Proxy.newProxyInstance(
                FormErrorsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, values) -> query));
  }

  @Test
  public void bothLanguagesHaveTheSameWords() throws Exception {
    assertThat(keys("words_ru.properties")).isNotEmpty().isEqualTo(keys("words.properties"));
  }

  private static Set<String> keys(String file) throws Exception {
    Properties words = new Properties();
    try (InputStream in = FormErrors.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    return words.stringPropertyNames();
  }
}
