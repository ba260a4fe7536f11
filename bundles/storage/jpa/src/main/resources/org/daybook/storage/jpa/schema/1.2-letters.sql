-- Letters that are no reports, what they said of visits, and links to more than reports

CREATE TABLE letter (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_letter PRIMARY KEY,
  letter_key VARCHAR(200) NOT NULL CONSTRAINT uq_letter_key UNIQUE,
  recipient VARCHAR(320) NOT NULL,
  subject VARCHAR(1000) NOT NULL,
  overseer_id VARCHAR(64),
  frozen CLOB,
  channel VARCHAR(60) NOT NULL,
  state VARCHAR(30) NOT NULL,
  message_id VARCHAR(500) NOT NULL,
  follows VARCHAR(20000),
  attempts INTEGER NOT NULL,
  next_attempt_at BIGINT,
  last_answer VARCHAR(20000),
  queued_at BIGINT NOT NULL,
  sent_at BIGINT,
  state_at BIGINT NOT NULL,
  first_tried_at BIGINT,
  awaits_server BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_letter_state ON letter (state, id);
CREATE INDEX ix_letter_queued ON letter (queued_at, id);
CREATE INDEX ix_letter_recipient ON letter (recipient, id);

CREATE TABLE invitation (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_invitation PRIMARY KEY,
  visit_id VARCHAR(64) NOT NULL,
  contact_id VARCHAR(64) NOT NULL,
  event_sequence INTEGER NOT NULL,
  cancelled BOOLEAN NOT NULL,
  said VARCHAR(128) NOT NULL,
  letter_key VARCHAR(200) NOT NULL,
  queued_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_invitation_contact UNIQUE (visit_id, contact_id)
);

ALTER TABLE report_link ADD COLUMN purpose VARCHAR(30);
