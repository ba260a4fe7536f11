/**
 * Where tasks come from. Plugins implement {@link TaskSource}, {@link InboundHook} and {@link
 * TaskEntrance}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.source;
