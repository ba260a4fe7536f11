/** An invented company to look at Daybook with. */
package org.daybook.demo;
