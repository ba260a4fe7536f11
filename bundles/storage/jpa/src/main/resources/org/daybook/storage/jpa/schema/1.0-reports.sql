-- Reports, deliveries and notices

CREATE TABLE visit_report (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_visit_report PRIMARY KEY,
  report_number VARCHAR(60) NOT NULL,
  revision INTEGER NOT NULL,
  visit_id VARCHAR(64) NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  state VARCHAR(30) NOT NULL,
  snapshot CLOB NOT NULL,
  sha256 VARCHAR(128) NOT NULL,
  created_at BIGINT NOT NULL,
  released_at BIGINT,
  version BIGINT NOT NULL,
  CONSTRAINT uq_visit_report_revision UNIQUE (visit_id, revision)
);
CREATE INDEX ix_visit_report_client ON visit_report (client_id, id);
CREATE INDEX ix_visit_report_number ON visit_report (report_number);
CREATE INDEX ix_visit_report_state ON visit_report (state, id);

CREATE TABLE delivery (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_delivery PRIMARY KEY,
  report_id VARCHAR(64) NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  contact_id VARCHAR(64) NOT NULL,
  recipient VARCHAR(320) NOT NULL,
  channel VARCHAR(60) NOT NULL,
  state VARCHAR(30) NOT NULL,
  message_id VARCHAR(500) NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt_at BIGINT,
  last_answer VARCHAR(20000),
  queued_at BIGINT NOT NULL,
  sent_at BIGINT,
  version BIGINT NOT NULL,
  CONSTRAINT uq_delivery_contact UNIQUE (report_id, contact_id)
);
CREATE INDEX ix_delivery_client ON delivery (client_id, id);
CREATE INDEX ix_delivery_contact ON delivery (contact_id, id);
CREATE INDEX ix_delivery_state ON delivery (state, id);

CREATE TABLE notice (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_notice PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  fact_key VARCHAR(500) NOT NULL,
  subject VARCHAR(20000) NOT NULL,
  recipient_id VARCHAR(64),
  state VARCHAR(30) NOT NULL,
  raised_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  seen INTEGER NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_notice_key ON notice (fact_key, kind);
CREATE INDEX ix_notice_state ON notice (state, id);
CREATE INDEX ix_notice_recipient ON notice (recipient_id, id);

CREATE TABLE number_series (
  name VARCHAR(100) NOT NULL CONSTRAINT pk_number_series PRIMARY KEY,
  last_number BIGINT NOT NULL
);
