-- Revisions and the chain of reports, links to them, and disputes

-- A frozen view had its visit's id, and there was one of each visit
ALTER TABLE frozen_visit ADD COLUMN visit_id VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE frozen_visit ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE frozen_visit ADD COLUMN reason VARCHAR(20000);
UPDATE frozen_visit SET visit_id = id;
ALTER TABLE frozen_visit ALTER COLUMN visit_id DROP DEFAULT;
ALTER TABLE frozen_visit ADD CONSTRAINT uq_frozen_visit_revision UNIQUE (visit_id, revision);

ALTER TABLE visit_report ADD COLUMN reason VARCHAR(20000);
ALTER TABLE visit_report ADD COLUMN chain_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_report ADD COLUMN previous_sha256 VARCHAR(128);
CREATE INDEX ix_visit_report_chain ON visit_report (client_id, chain_number, id);

ALTER TABLE delivery ADD COLUMN state_at BIGINT;
ALTER TABLE delivery ADD COLUMN first_tried_at BIGINT;
ALTER TABLE delivery ADD COLUMN acknowledged_at BIGINT;
ALTER TABLE delivery ADD COLUMN awaits_server BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE report_link (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_report_link PRIMARY KEY,
  token_hash VARCHAR(128) NOT NULL CONSTRAINT uq_report_link_hash UNIQUE,
  delivery_id VARCHAR(64) NOT NULL,
  visit_id VARCHAR(64) NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  contact_id VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT,
  opened_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_report_link_delivery ON report_link (delivery_id, id);
CREATE INDEX ix_report_link_visit ON report_link (visit_id, id);

-- The amount of a penalty is kept as it was written: 1500 and 1500.00 are told apart
CREATE TABLE dispute (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_dispute PRIMARY KEY,
  external_id VARCHAR(255) NOT NULL,
  visit_id VARCHAR(64) NOT NULL,
  revision INTEGER NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  contact_id VARCHAR(64),
  engineer_id VARCHAR(64) NOT NULL,
  task_id VARCHAR(64) NOT NULL,
  title VARCHAR(1000) NOT NULL,
  content VARCHAR(20000) NOT NULL,
  state VARCHAR(30) NOT NULL,
  opened_at BIGINT NOT NULL,
  state_at BIGINT NOT NULL,
  answer VARCHAR(20000),
  answered_at BIGINT,
  decision VARCHAR(30),
  outcome VARCHAR(20000),
  decided_by VARCHAR(64),
  decided_at BIGINT,
  penalty_kind VARCHAR(30),
  penalty_amount VARCHAR(60),
  penalty_currency VARCHAR(10),
  penalty_note VARCHAR(20000),
  penalty_state VARCHAR(30),
  penalty_proposed_by VARCHAR(300),
  penalty_proposed_at BIGINT,
  penalty_decided_by VARCHAR(300),
  penalty_decided_at BIGINT,
  penalty_reason VARCHAR(20000),
  version BIGINT NOT NULL,
  CONSTRAINT uq_dispute_external UNIQUE (visit_id, external_id)
);
CREATE INDEX ix_dispute_visit ON dispute (visit_id, id);
CREATE INDEX ix_dispute_external ON dispute (external_id, id);
CREATE INDEX ix_dispute_client ON dispute (client_id, id);
CREATE INDEX ix_dispute_engineer ON dispute (engineer_id, id);
CREATE INDEX ix_dispute_task ON dispute (task_id, id);
CREATE INDEX ix_dispute_state ON dispute (state, id);
CREATE INDEX ix_dispute_changed ON dispute (state_at, id);
