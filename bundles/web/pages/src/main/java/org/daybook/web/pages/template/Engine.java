package org.daybook.web.pages.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/** Velocity, strict: a reference that is nothing is an error. */
final class Engine {
  private final RuntimeInstance velocity = new RuntimeInstance();
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  Engine() {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
    settings.setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, "true");
    // Templates come from this bundle alone: not from the working directory, which is the default.
    settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "string");
    settings.setProperty("resource.loader.string.class", StringResourceLoader.class.getName());
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    init(settings);
  }

  /** Velocity looks its own classes up in the thread's class loader first, whosever that is. */
  private void init(Properties settings) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(RuntimeInstance.class.getClassLoader());
    try {
      velocity.init(settings);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  String merge(Class<?> owner, String name, Map<String, ?> values) {
    VelocityContext context = new VelocityContext();
    values.forEach(context::put);
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(new Insertion());
    cartridge.attachToContext(context);
    StringWriter out = new StringWriter(1 << 14);
    parsed
        .computeIfAbsent(owner.getPackageName() + "/" + name, key -> parse(owner, name))
        .merge(context, out);
    return out.toString();
  }

  private Template parse(Class<?> owner, String name) {
    Template template = new Template();
    template.setName(name);
    template.setEncoding(StandardCharsets.UTF_8.name());
    template.setRuntimeServices(velocity);
    try (InputStream bytes = owner.getResourceAsStream(name);
        Reader source = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      template.setData(velocity.parse(source, template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("The template " + name + " cannot be read.", e);
    }
    template.initDocument();
    return template;
  }
}
