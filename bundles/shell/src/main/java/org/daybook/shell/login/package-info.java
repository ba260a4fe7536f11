/** Lets Daybook's administrators into the console with the password they have everywhere else. */
package org.daybook.shell.login;
