/** Plans the visits of a month. */
package org.daybook.core.planning;
