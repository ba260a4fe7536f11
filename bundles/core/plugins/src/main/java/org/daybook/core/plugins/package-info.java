/** Calls plugins on threads of their own, so that they cannot hurt. */
package org.daybook.core.plugins;
