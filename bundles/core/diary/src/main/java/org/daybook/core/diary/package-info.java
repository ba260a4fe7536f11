/** What people do with tasks and projects. */
package org.daybook.core.diary;
