/** Who gets a report, tried until it is known to be sent. */
package org.daybook.core.delivery;
