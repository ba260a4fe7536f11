/** The store on a relational database. Everything here is private to this bundle. */
package org.daybook.storage.jpa;
