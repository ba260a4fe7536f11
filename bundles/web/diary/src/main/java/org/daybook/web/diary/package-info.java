/** The engineer's diary, as the files that a phone keeps. */
package org.daybook.web.diary;
