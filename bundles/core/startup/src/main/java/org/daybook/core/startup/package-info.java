/** The order of a start. */
package org.daybook.core.startup;
