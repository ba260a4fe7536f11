/** Rows of the tables, each able to become the API's value and back. Private to this bundle. */
package org.daybook.storage.jpa.row;
