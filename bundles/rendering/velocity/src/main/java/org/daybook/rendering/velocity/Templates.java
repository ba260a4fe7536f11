package org.daybook.rendering.velocity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.Template;
import org.apache.velocity.runtime.parser.ParseException;
import org.daybook.api.notice.Notices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The templates of this bundle, and those that an operator has put in their place. They are given
 * values only, and whatever they insert is escaped.
 */
@Component(service = Templates.class)
public final class Templates {
  private final Engine engine = new Engine();
  private final String macros = source("blocks");
  private final Map<String, Template> builtIn = new ConcurrentHashMap<>();
  private final OperatorTemplates operators;
  private final Faults faults = new Faults(() -> Optional.ofNullable(this.notices));

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile Notices notices;

  /** With the templates in the folder of the installation. */
  @Activate
  public Templates() {
    this(
        Optional.ofNullable(System.getProperty("karaf.etc"))
            .map(etc -> Path.of(etc, "daybook", "templates")));
  }

  Templates(Optional<Path> directory) {
    operators = new OperatorTemplates(directory.map(Path::toAbsolutePath), engine, macros);
  }

  /** The client's template of an operator's, or the one for all clients, or ours. */
  String merge(String name, Rendering rendering) {
    for (Path place : operators.places(name, rendering.client())) {
      String called = operators.called(place);
      Optional<OperatorTemplate> theirs = operators.at(place);
      if (theirs.isPresent()) {
        return merge(called, theirs.get(), rendering)
            .orElseGet(() -> rendering.merge(builtIn(name)));
      }
      faults.worked(called, "absent");
    }
    return rendering.merge(builtIn(name));
  }

  /** Empty if it cannot be used. */
  private Optional<String> merge(String called, OperatorTemplate theirs, Rendering rendering) {
    if (theirs.template().isEmpty()) {
      faults.found(called, theirs.version(), theirs.fault());
      return Optional.empty();
    }
    try {
      String document = rendering.mergeAndCheck(theirs.template().get());
      faults.worked(called, theirs.version());
      return Optional.of(document);
    } catch (RuntimeException e) {
      faults.found(called, theirs.version(), Faults.inWords(e));
      return Optional.empty();
    }
  }

  private Template builtIn(String name) {
    return builtIn.computeIfAbsent(name, this::parse);
  }

  private Template parse(String name) {
    try {
      return engine.parse(name, List.of(macros, source(name)));
    } catch (ParseException e) {
      throw new IllegalStateException("The template " + name + " cannot be read.", e);
    }
  }

  private static String source(String name) {
    try (InputStream source = Templates.class.getResourceAsStream(name + ".vm")) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
