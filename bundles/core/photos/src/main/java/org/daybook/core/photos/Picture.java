package org.daybook.core.photos;

/**
 * A JPEG that was drawn here.
 *
 * @param jpeg its bytes
 * @param width in pixels
 * @param height in pixels
 */
record Picture(byte[] jpeg, int width, int height) {}
