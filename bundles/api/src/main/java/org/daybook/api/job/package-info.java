/** Durable work: survives a crash, is retried, and runs once in the cluster. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.job;
