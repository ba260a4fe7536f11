package org.daybook.rendering.velocity;

import java.util.Optional;
import org.apache.velocity.Template;

/**
 * A template of an operator's.
 *
 * @param version tells one state of its file from another
 * @param template empty if it cannot be read
 * @param fault why not
 */
record OperatorTemplate(String version, Optional<Template> template, String fault) {
  static OperatorTemplate good(String version, Template template) {
    return new OperatorTemplate(version, Optional.of(template), "");
  }

  static OperatorTemplate bad(String version, String fault) {
    return new OperatorTemplate(version, Optional.empty(), fault);
  }
}
