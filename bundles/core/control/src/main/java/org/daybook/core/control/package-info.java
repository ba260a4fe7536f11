/** Watches what goes wrong, and tells managers and operators. */
package org.daybook.core.control;
