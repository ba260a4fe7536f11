/** The client misses a task in the report: review, outcome, penalty. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.dispute;
