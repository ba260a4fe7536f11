/** Tells the client's people when an engineer comes: invitations, updates, reminders. */
package org.daybook.core.invitations;
