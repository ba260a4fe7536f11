/** The resources of the contract: they understand a request, ask a service, and show the result. */
package org.daybook.web.rest.resource;
