package org.daybook.rendering.velocity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/**
 * Lets templates ask values and nothing else: no class, no loader, no service can be reached, and
 * nothing can be changed. What is refused is to a template what does not exist.
 */
public final class OnlyValues extends SecureUberspector {
  @Override
  public VelMethod getMethod(Object of, String method, Object[] arguments, Info where) {
    return isValue(of) && !method.equals("getClass")
        ? super.getMethod(of, method, arguments, where)
        : null;
  }

  @Override
  public VelPropertyGet getPropertyGet(Object of, String property, Info where) {
    return isValue(of) && !property.equalsIgnoreCase("class")
        ? super.getPropertyGet(of, property, where)
        : null;
  }

  @Override
  public VelPropertySet getPropertySet(Object of, String property, Object value, Info where) {
    return null;
  }

  private static boolean isValue(Object of) {
    return of instanceof CharSequence
        || of instanceof Number
        || of instanceof Boolean
        || of instanceof Enum
        || of instanceof Collection
        || of instanceof Map
        || of instanceof Optional
        || of != null && of.getClass().getName().startsWith("org.daybook.")
        || of != null
            && of.getClass().getName().startsWith("org.apache.velocity.runtime.directive.");
  }
}
