package org.daybook.core.planning;

import java.util.BitSet;

/**
 * Who comes.
 *
 * @param id staff id
 * @param minutes of visits and ways a day holds
 * @param away days by number
 */
record Engineer(String id, String name, int minutes, BitSet away) {}
