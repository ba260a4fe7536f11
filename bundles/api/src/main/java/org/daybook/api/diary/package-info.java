/** What is done with tasks between arrival and outcome; projects. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.daybook.api.diary;
