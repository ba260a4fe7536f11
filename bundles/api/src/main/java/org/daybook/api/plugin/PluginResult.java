package org.daybook.api.plugin;

/** What came of a call into a plugin. */
public sealed interface PluginResult<T> {
  /**
   * It answered.
   *
   * @param value what it returned; may be null if the plugin broke its contract so
   */
  record Answered<T>(T value) implements PluginResult<T> {}

  /**
   * It failed.
   *
   * @param kind in what way
   * @param bundle symbolic name and version of its bundle
   * @param sentence what happened, for an operator, with the bundle's name; no stack trace
   */
  record Failed<T>(Kind kind, String bundle, String sentence) implements PluginResult<T> {}

  /** In what way a plugin failed. */
  enum Kind {
    THREW,
    TIMED_OUT,
    /** Its bundle was stopped or removed during the call. */
    VANISHED,
    /** Not called: too many earlier calls have not returned. */
    REFUSED
  }
}
