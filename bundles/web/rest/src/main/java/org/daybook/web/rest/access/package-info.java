/** Which routes there are, who may use them, and who is calling. */
package org.daybook.web.rest.access;
