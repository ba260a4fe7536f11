/** Templates of pages. */
package org.daybook.web.pages.template;
