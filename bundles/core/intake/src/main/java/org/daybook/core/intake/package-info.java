/** Takes what sources send: isolated, once, and never lost. */
package org.daybook.core.intake;
