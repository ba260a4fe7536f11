package org.daybook.core.control;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.control.cfg}. */
@ObjectClassDefinition(name = "Daybook: control")
@interface Config {
  @AttributeDefinition(
      description =
          "How many hours a dispute may wait for a decision before a manager is reminded, and again"
              + " after as many")
  int disputeHours() default 48;

  @AttributeDefinition(
      description =
          "How many hours from the opening of a dispute, or the proposal of a penalty if that is"
              + " later, the engineer has for an answer before it may be applied without one")
  int answerHours() default 24;
}
