package org.daybook.rendering.velocity;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.slf4j.helpers.NOPLogger;

/** Velocity as this bundle uses it. Strict: a reference that is nothing is an error. */
final class Engine {
  private static final String LOOPS = "20000";

  private final RuntimeInstance velocity = new RuntimeInstance();

  Engine() {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, OnlyValues.class.getName());
    settings.setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, "true");
    settings.setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, LOOPS);
    // Nothing is looked for in the working directory, which is the default.
    settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "string");
    settings.setProperty("resource.loader.string.class", StringResourceLoader.class.getName());
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    // It would tell of every fault at every rendering; it also throws it, and that is told once.
    velocity.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
    init(settings);
    List.of("evaluate", "include", "parse").forEach(velocity::removeDirective);
  }

  /** Velocity looks classes up in the thread's class loader first, then in its own. */
  private void init(Properties settings) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engine.class.getClassLoader());
    try {
      velocity.init(settings);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Parses a template.
   *
   * @param sources those before the last one hold macros only; a later macro replaces an earlier
   *     one of its name, wherever that is called
   * @throws ParseException if one is no template; the message names line and column
   */
  Template parse(String name, List<String> sources) throws ParseException {
    Template template = new Template();
    template.setName(name);
    template.setEncoding(StandardCharsets.UTF_8.name());
    template.setRuntimeServices(velocity);
    for (String source : sources) {
      template.setData(velocity.parse(new StringReader(source), template));
      template.initDocument();
    }
    return template;
  }

  static String merge(Template template, VelocityContext context) {
    StringWriter out = new StringWriter(1 << 16);
    template.merge(context, out);
    return out.toString().strip() + "\n";
  }
}
