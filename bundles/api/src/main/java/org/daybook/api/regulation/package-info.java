/** Regulations: what is done on each type of equipment, how often, and how that came about. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.regulation;
