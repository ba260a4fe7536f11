package org.daybook.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.Presentation;
import org.daybook.api.delivery.Rendered;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.Reports;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:report-preview}. */
@Service
@Command(
    scope = "daybook",
    name = "report-preview",
    description = "Shows what the report of a visit would say now")
public final class ReportPreviewCommand extends DaybookCommand {
  @Argument(name = "visit", required = true, description = "Id of the visit")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--format", description = "txt, html or pdf")
  String format = "txt";

  @Option(name = "--output", description = "Write it to this file instead of the console")
  String output;

  @Override
  protected void run(Platform platform) {
    if (output == null && format.equals("pdf")) {
      throw new InvalidInputException("--output", "is needed for pdf, which no console can show");
    }
    ReportDocument report = platform.with(Reports.class, reports -> reports.preview(visit));
    Rendered rendered =
        platform.with(
            Deliveries.class, deliveries -> deliveries.render(report, format, Presentation.PLAIN));
    if (output == null) {
      out().println(new String(rendered.body(), StandardCharsets.UTF_8));
    } else {
      Path file = Path.of(output).toAbsolutePath();
      try {
        Files.write(file, rendered.body());
      } catch (IOException e) {
        throw new InvalidInputException("--output", "cannot be written: " + file);
      }
      out().println(file);
    }
  }
}
