/** The life of a visit, its checks, and the frozen view that the report is made of. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.visit;
