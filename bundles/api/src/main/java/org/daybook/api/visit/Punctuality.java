package org.daybook.api.visit;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How punctual planned visits have to be; control implements it. Everybody who speaks of late
 * visits asks here, so that a page and a notice say the same. Safe for any thread.
 */
@ProviderType
public interface Punctuality {
  /** How long after its time a planned visit may begin before it is late; never negative. */
  Duration tolerance();
}
