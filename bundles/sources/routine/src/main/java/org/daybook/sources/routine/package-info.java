/** Routine work: regulations per type of equipment, which become checks when a visit begins. */
package org.daybook.sources.routine;
