/** The pages that people open in a browser. */
package org.daybook.web.pages;
