/** Writes events down as iCalendar objects. Nothing else knows of the format. */
package org.daybook.rendering.icalendar;
