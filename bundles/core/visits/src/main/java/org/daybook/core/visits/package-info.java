/** The life of visits: calendar, arrival, checks, close gate, freezing. */
package org.daybook.core.visits;
