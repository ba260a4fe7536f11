package org.daybook.web.pages.http;

/** What can be wrong with a request to a page. Each has a page that says so in plain words. */
public enum Trouble {
  MALFORMED(400),
  /** The figures of such a month, or by such a thing, are not there. */
  NO_SUCH_FIGURES(400),
  /** Nobody has said who they are, or it was wrong. */
  UNAUTHENTICATED(401),
  /** It is for somebody else. */
  FORBIDDEN(403),
  /** It did not come from a form of ours. */
  FOREIGN_FORM(403),
  NOT_FOUND(404),
  /** The page is there, this revision of the report is not. */
  NO_SUCH_REVISION(404),
  WRONG_METHOD(405),
  /** A button was pressed for what is not so any more. */
  OVERTAKEN(409),
  TOO_LARGE(413),
  WRONG_TYPE(415),
  TOO_MANY(429),
  FAILED(500),
  UNAVAILABLE(503);

  private final int status;

  Trouble(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** Whether it happens only on pages that need an account. */
  public boolean isForStaff() {
    return this == NO_SUCH_FIGURES
        || this == UNAUTHENTICATED
        || this == FORBIDDEN
        || this == OVERTAKEN;
  }
}
