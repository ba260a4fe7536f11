package org.daybook.web.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a resource method; everything else is read from its signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** What it does, in a sentence. */
  String value();

  /** The shape of a body that the signature does not tell. */
  Class<?> body() default Void.class;

  /** The shape of an answer that the signature does not tell. */
  Class<?> answer() default Void.class;
}
