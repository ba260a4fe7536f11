/** Faults that monitoring systems raise themselves, and their recovery. */
package org.daybook.sources.monitoring;
