/**
 * From a report to its recipient, and from a notice to whoever is told. Plugins implement {@link
 * ReportRenderer}, {@link DeliveryChannel} and {@link NoticeChannel}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.delivery;
