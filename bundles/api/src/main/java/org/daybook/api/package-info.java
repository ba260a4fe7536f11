/**
 * The contract between the platform and its plugins. Values that may grow are interfaces with a
 * builder, generated with the style below; closed shapes are records.
 */
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    allowedClasspathAnnotations = {Override.class},
    defaults = @Value.Immutable(copy = false))
package org.daybook.api;

import org.immutables.value.Value;
