/** Visits as calendar feeds, one per engineer and one per contact of a client. */
package org.daybook.web.calendar;
