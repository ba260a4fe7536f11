/** Photos of tasks: judged, drawn anew, kept. */
package org.daybook.core.photos;
