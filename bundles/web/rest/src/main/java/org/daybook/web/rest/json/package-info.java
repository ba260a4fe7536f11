/** JSON in and out, strict about what comes in. */
package org.daybook.web.rest.json;
