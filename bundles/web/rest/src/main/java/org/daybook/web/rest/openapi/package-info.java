/** The OpenAPI document, made from the resources themselves. */
package org.daybook.web.rest.openapi;
