/** What a page needs of HTTP: forms, limits, answers. */
package org.daybook.web.pages.http;
