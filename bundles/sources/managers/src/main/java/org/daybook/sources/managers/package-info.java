/** Tasks that managers set, and engineers for themselves. */
package org.daybook.sources.managers;
