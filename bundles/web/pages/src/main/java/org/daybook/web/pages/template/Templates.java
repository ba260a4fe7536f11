package org.daybook.web.pages.template;

import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Merges the templates of this bundle. Nothing of Velocity is loaded before the first page is
 * shown, so that starting costs nothing. Safe for any thread.
 */
@Component(service = Templates.class)
public final class Templates {
  private Engine engine;

  /**
   * The page. Whatever the template inserts is escaped, unless it is {@link SafeHtml}.
   *
   * @param owner a class beside which the template lies
   * @param values what the template may read
   */
  public String merge(Class<?> owner, String name, Map<String, ?> values) {
    return engine().merge(owner, name, values);
  }

  private synchronized Engine engine() {
    if (engine == null) {
      engine = new Engine();
    }
    return engine;
  }
}
