package org.daybook.core.intake;

/**
 * What a hook says of itself.
 *
 * @param name the last part of its address
 * @param source whose signals it brings
 */
record HookInfo(String name, String source) {}
