/** Planned visits of a month: how many each client is due, when and by whom. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.plan;
