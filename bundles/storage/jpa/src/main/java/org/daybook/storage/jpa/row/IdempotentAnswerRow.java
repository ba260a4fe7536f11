package org.daybook.storage.jpa.row;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.daybook.api.store.IdempotentAnswer;

/** A row of {@code idempotent_answer}; never changes. */
@Entity
@Table(name = "idempotent_answer")
public class IdempotentAnswerRow extends Row<IdempotentAnswer> {
  @Column(name = "request_hash")
  private String requestHash;

  @Column(name = "status")
  private int status;

  @Column(name = "headers")
  private String headers;

  @Column(name = "body")
  private String body;

  @Convert(converter = InstantConverter.class)
  @Column(name = "answered_at")
  private Instant at;

  @Override
  protected void copy(IdempotentAnswer answer) {
    requestHash = answer.requestHash();
    status = answer.status();
    headers = answer.headers();
    body = answer.body();
    at = InstantConverter.stored(answer.at());
  }

  @Override
  public IdempotentAnswer value() {
    return new IdempotentAnswer(id(), requestHash, status, headers, body, at);
  }
}
