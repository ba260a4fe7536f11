package org.daybook.itests.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * axe-core in the page that is open. Its own adapter brings it anew for each question and takes
 * everything back that it has seen, which takes longer than looking.
 */
final class Axe {
  private static final Map<String, Object> ALL =
      Map.of(
          "type",
          "tag",
          "values",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

  /** What depends on colours alone. */
  private static final Map<String, Object> COLOURS =
      Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

  private static final String RUN =
      """
      const [only, done] = arguments;
      axe.run(document, {runOnly: only, resultTypes: ['violations'], selectors: false, iframes: false}).then(
          (all) => done({
            looked: all.passes.length + all.violations.length,
            found: all.violations.flatMap((rule) => rule.nodes.map(
                (node) => `${rule.id}: ${node.html} ${node.failureSummary}`)),
          }),
          (error) => done({looked: 0, found: [String(error)]}));
      """;

  private final ChromeDriver driver;
  private final String source = source();

  Axe(ChromeDriver driver) {
    this.driver = driver;
  }

  private static String source() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong, each with the place. */
  List<String> violations() {
    return run(ALL);
  }

  /** What can be wrong in other colours, if nothing else was changed. */
  List<String> wrongColours() {
    return run(COLOURS);
  }

  @SuppressWarnings("unchecked")
  private List<String> run(Map<String, Object> only) {
    if (!Boolean.TRUE.equals(driver.executeScript("return 'axe' in window"))) {
      // With every page from now on: to send it each time takes as long as half of the look
      driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
      driver.executeScript(source);
    }
    Map<String, Object> answer = (Map<String, Object>) driver.executeAsyncScript(RUN, only);
    List<String> found = (List<String>) answer.get("found");
    if (found.isEmpty() && ((Number) answer.get("looked")).intValue() == 0) {
      throw new AssertionError("axe has looked at nothing");
    }
    return found;
  }
}
