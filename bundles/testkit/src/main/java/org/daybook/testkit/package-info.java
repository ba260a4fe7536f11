/**
 * For tests of plugins and of the platform: contracts to inherit, a store in memory, a clock to
 * set, and example values. A jar for tests, never installed.
 */
package org.daybook.testkit;
