/** A platform in memory behind the pages. */
package org.daybook.web.pages.client.fake;
