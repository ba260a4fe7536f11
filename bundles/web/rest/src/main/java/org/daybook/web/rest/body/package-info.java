/** What callers send. Every member may be missing; the rules are the services'. */
package org.daybook.web.rest.body;
