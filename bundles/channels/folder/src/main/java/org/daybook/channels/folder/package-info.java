/** Writes outgoing messages into a folder. */
package org.daybook.channels.folder;
