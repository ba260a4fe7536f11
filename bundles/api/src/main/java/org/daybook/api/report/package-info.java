/** The client's report. Plugins implement {@link ReportSection} and answer with {@link Block}s. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.report;
