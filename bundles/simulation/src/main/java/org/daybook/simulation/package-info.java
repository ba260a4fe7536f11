/** Lives through months of a made-up company's life on simulated time. */
package org.daybook.simulation;
