/** Asks the sections, freezes the report, releases it and checks it again years later. */
package org.daybook.core.reports;
