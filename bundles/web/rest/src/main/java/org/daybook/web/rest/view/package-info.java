/** What callers get to see. The shapes are part of the contract. */
package org.daybook.web.rest.view;
