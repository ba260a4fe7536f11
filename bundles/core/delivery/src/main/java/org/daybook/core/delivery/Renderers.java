package org.daybook.core.delivery;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.delivery.ReportRenderer;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.report.ReportDocument;

/** Calls the renderers that are there. */
final class Renderers {
  private static final String TEXT = "txt";
  private static final int MOST_IN_A_LETTER = 6;
  private static final int MOST_IN_A_DOCUMENT = 40;

  private final Supplier<List<Map.Entry<Map<String, Object>, ReportRenderer>>> registered;
  private final PluginRunner runner;
  private final Duration limit;
  private final PlatformFaults faults;
  private final Photographs photographs;

  Renderers(
      Supplier<List<Map.Entry<Map<String, Object>, ReportRenderer>>> registered,
      PluginRunner runner,
      Duration limit,
      PlatformFaults faults,
      Photographs photographs) {
    this.photographs = photographs;
    this.registered = registered;
    this.runner = runner;
    this.limit = limit;
    this.faults = faults;
  }

  /** What came of rendering. */
  sealed interface Result {
    record Done(Rendered rendered) implements Result {}

    /** No renderer knows the format. */
    record Missing(String sentence) implements Result {}

    /** It was tried in vain. */
    record Failed(String sentence) implements Result {}
  }

  Result render(ReportDocument report, String format, Presentation presentation) {
    Optional<ReportRenderer> renderer = find(format);
    if (renderer.isEmpty()) {
      return new Result.Missing("There is no renderer for " + format + ".");
    }
    ReportDocument whole = format.equals(TEXT) ? report : illustrated(report, presentation);
    PluginResult<Rendered> answer = call(renderer.get(), whole, format, presentation);
    if (answer instanceof PluginResult.Answered<Rendered> answered) {
      worked(format);
      return new Result.Done(answered.value());
    }
    String sentence = ((PluginResult.Failed<Rendered>) answer).sentence();
    fault(format, "Rendering " + format + " failed: " + sentence);
    return new Result.Failed(sentence);
  }

  /**
   * A letter stays small enough for any mail server; a document has as many photos as a sheet of
   * paper can bear.
   */
  ReportDocument illustrated(ReportDocument report, Presentation presentation) {
    boolean letter = presentation.logo() == Presentation.LogoPlace.IN_MESSAGE;
    return photographs.into(report, letter ? MOST_IN_A_LETTER : MOST_IN_A_DOCUMENT);
  }

  /** A format, or the message itself, can be had. */
  void worked(String format) {
    faults.worked(NoticeKind.RENDERER_FAULT, key(format));
  }

  /** Tells the operators that a letter has to do without a format, or to wait for it. */
  void fault(String format, String sentence) {
    faults.failed(NoticeKind.RENDERER_FAULT, key(format), sentence);
  }

  /** The one with the highest ranking: the registry lists rising ranks. */
  private Optional<ReportRenderer> find(String format) {
    return registered.get().stream()
        .filter(service -> format.equals(service.getKey().get(ReportRenderer.FORMAT)))
        .max(Comparator.comparingInt(Ranked::of))
        .map(Map.Entry::getValue);
  }

  private PluginResult<Rendered> call(
      ReportRenderer renderer, ReportDocument report, String format, Presentation presentation) {
    try {
      return runner.call(renderer, limit, () -> rendered(renderer, report, format, presentation));
    } catch (DaybookException e) {
      String bundle = runner.bundleOf(renderer);
      return new PluginResult.Failed<>(
          PluginResult.Kind.THREW, bundle, bundle + " gave up: " + e.getMessage());
    }
  }

  private static Rendered rendered(
      ReportRenderer renderer, ReportDocument report, String format, Presentation presentation)
      throws Exception {
    byte[] body = renderer.render(report, presentation);
    String mediaType = renderer.mediaType();
    if (body == null || body.length == 0 || mediaType == null || mediaType.isBlank()) {
      throw new IllegalStateException("it gave an empty document or no media type");
    }
    return new Rendered(format, mediaType, body.clone());
  }

  private static String key(String format) {
    return "renderer:" + format;
  }
}
