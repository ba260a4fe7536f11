/** The client's page of one report, {@code /r/TOKEN}. */
package org.daybook.web.pages.client;
