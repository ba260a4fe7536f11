package org.daybook.web.rest.http;

import java.util.List;
import org.daybook.api.error.FieldError;

/** Ends a request with a problem that the HTTP side found, before any service was asked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** 400 for something that cannot be understood. */
  public static ProblemException badField(String field, String message) {
    return new ProblemException(
        Problem.of(400, field + ": " + message)
            .withErrors(List.of(new FieldError(field, message))));
  }

  public static ProblemException of(int status, String detail) {
    return new ProblemException(Problem.of(status, detail));
  }

  public Problem problem() {
    return problem;
  }
}
