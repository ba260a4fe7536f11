/** Writes letters down as e-mail messages. Nothing else knows of MIME. */
package org.daybook.rendering.mime;
