package org.daybook.core.reports;

import java.util.Optional;
import org.daybook.api.plugin.PluginResult;

/**
 * A section that is there, with its name.
 *
 * @param fault why its name had to be made up; it is not asked then
 */
record Known(
    Identity identity, Registered registered, Optional<PluginResult.Failed<Identity>> fault) {}
