/** Wishes of the client's responsible person. */
package org.daybook.sources.client;
