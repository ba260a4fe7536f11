/** Computes what a month came to, from the store. */
package org.daybook.core.figures;
