package org.daybook.web.diary;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings in {@code etc/org.daybook.web.diary.cfg}. */
@ObjectClassDefinition(name = "Daybook: the engineer's diary")
@interface DiaryConfig {
  @AttributeDefinition(
      description = "A search on a map, to which the address of a visit is appended; may be empty")
  String mapSearch() default "https://www.openstreetmap.org/search?query=";
}
