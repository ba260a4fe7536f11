/** What happens around a request: problems, buffered answers, preconditions, repeats. */
package org.daybook.web.rest.http;
