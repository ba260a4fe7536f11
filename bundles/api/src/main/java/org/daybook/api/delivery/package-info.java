/**
 * From a report to its recipient. Plugins implement {@link ReportRenderer} and {@link
 * DeliveryChannel}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.delivery;
