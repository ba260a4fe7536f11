/** Durable jobs on db-scheduler, and the clock. The only place that knows that library. */
package org.daybook.core.jobs;
