/** What Daybook knows of clients and staff, and the rules of it. */
package org.daybook.core.directory;
