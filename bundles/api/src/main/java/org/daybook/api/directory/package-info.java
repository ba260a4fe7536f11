/** Whom we serve and who serves: clients, their sites, contacts and equipment, and our staff. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.directory;
