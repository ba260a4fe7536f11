package org.daybook.rendering.velocity;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.report.ReportDocument;

/**
 * One report to be put into a template.
 *
 * @param compact whether room is short
 * @param escape how text becomes text of the format
 * @param check throws if what came out is no document of the format
 */
record Rendering(
    ReportDocument report,
    Presentation presentation,
    boolean compact,
    UnaryOperator<String> escape,
    Consumer<String> check) {
  Rendering(ReportDocument report, Presentation presentation, UnaryOperator<String> escape) {
    this(report, presentation, false, escape, document -> {});
  }

  String client() {
    return report.clientCode();
  }

  String merge(Template template) {
    Words words = new Words(report.language(), report.zone());
    VelocityContext context = new VelocityContext();
    context.put("s", new Sheet(report, words, presentation, compact));
    context.put("w", words);
    context.put("show", new Show(escape));
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(new Insertion(escape));
    cartridge.attachToContext(context);
    return Engine.merge(template, context);
  }

  String mergeAndCheck(Template template) {
    String document = merge(template);
    check.accept(document);
    return document;
  }
}
