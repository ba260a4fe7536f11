/** Accounts of people with their passwords, tokens of machines, and the first administrator. */
package org.daybook.core.access;
