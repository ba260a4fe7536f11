/** The REST API, the hooks and health over HTTP: one servlet in front of Jersey. */
package org.daybook.web.rest;
