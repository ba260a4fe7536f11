/** Logging in and out, and where one is logged in. */
package org.daybook.web.pages.login;
