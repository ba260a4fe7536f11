/** Tables for spreadsheets. */
package org.daybook.web.rest.csv;
