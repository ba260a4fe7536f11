/** Sends messages by SMTP. */
package org.daybook.channels.mail;
