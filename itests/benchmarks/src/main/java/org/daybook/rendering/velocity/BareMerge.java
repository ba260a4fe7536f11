package org.daybook.rendering.velocity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.daybook.api.report.ReportDocument;

/**
 * Velocity alone: one of the bundle's templates merged by an engine with Velocity's own defaults,
 * so without escaping, strictness and the secure introspector, and without making bytes of it. It
 * is in this package because that is where the templates and their values are.
 */
public final class BareMerge {
  private final Template template;
  private final VelocityContext context;

  /**
   * Parses a template.
   *
   * @param name {@code html.vm}, {@code txt.vm} or {@code print.vm}
   */
  public BareMerge(String name, ReportDocument report) throws IOException, ParseException {
    template = parse(name);
    Words words = new Words(report.language(), report.zone());
    context = new VelocityContext();
    context.put("s", new Sheet(report, words));
    context.put("w", words);
    context.put("show", new Show(UnaryOperator.identity()));
  }

  /** Merges it. */
  public String merge() {
    StringWriter out = new StringWriter(1 << 16);
    template.merge(context, out);
    return out.toString();
  }

  private static Template parse(String name) throws IOException, ParseException {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "string");
    settings.setProperty("resource.loader.string.class", StringResourceLoader.class.getName());
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    RuntimeInstance velocity = new RuntimeInstance();
    velocity.init(settings);
    Template template = new Template();
    template.setName(name);
    template.setEncoding(StandardCharsets.UTF_8.name());
    template.setRuntimeServices(velocity);
    try (Reader source =
        new InputStreamReader(BareMerge.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      template.setData(velocity.parse(source, template));
    }
    template.initDocument();
    return template;
  }
}
