/** Months of a made-up company's life, lived through in minutes. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.simulation;
