/** How Daybook is doing, for Prometheus. */
package org.daybook.web.metrics;
