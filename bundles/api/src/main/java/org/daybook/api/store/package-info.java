/** Everything that is kept, behind one interface. Plugins never see this package. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.store;
