/** What a call answers when it cannot do what was asked. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.error;
