package org.daybook.api.error;

/** What kind of trouble an error is, and so what the one who meets it can do about it. */
public enum Category {
  /** The request is wrong: mend it and send it again. */
  INVALID_INPUT,
  /** Nobody is known by these credentials. */
  UNAUTHENTICATED,
  /** The caller is known and may not do this. */
  FORBIDDEN,
  /** There is no such thing, or the caller may not know of it. */
  NOT_FOUND,
  /** Somebody else was faster: read the new state and decide again. */
  STALE,
  /** The thing is in a state that does not allow this. */
  REFUSED,
  /** A part of the platform is missing or stopped: try again later. */
  UNAVAILABLE
}
