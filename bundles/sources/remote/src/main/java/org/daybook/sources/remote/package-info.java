/** Requests that remote support hands over to a visit. */
package org.daybook.sources.remote;
