/** How fast Daybook takes signals and makes reports, beside what can be had at best. */
package org.daybook.itests.benchmarks;
