-- Visits, their checks, and what was found

CREATE TABLE visit (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_visit PRIMARY KEY,
  kind VARCHAR(30) NOT NULL,
  state VARCHAR(30) NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  site_id VARCHAR(64) NOT NULL,
  engineer_id VARCHAR(64) NOT NULL,
  planned_for BIGINT NOT NULL,
  requested_at BIGINT,
  arrived_at BIGINT,
  departed_at BIGINT,
  reason VARCHAR(20000),
  checks_planned BOOLEAN NOT NULL,
  override_reason VARCHAR(20000),
  version BIGINT NOT NULL
);
CREATE INDEX ix_visit_planned ON visit (planned_for, id);
CREATE INDEX ix_visit_client ON visit (client_id, planned_for, id);
CREATE INDEX ix_visit_site ON visit (site_id, planned_for, id);
CREATE INDEX ix_visit_engineer ON visit (engineer_id, planned_for, id);
CREATE INDEX ix_visit_state ON visit (state, planned_for, id);

CREATE TABLE visit_check (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_visit_check PRIMARY KEY,
  visit_id VARCHAR(64) NOT NULL,
  asset_id VARCHAR(64) NOT NULL,
  item_id VARCHAR(200) NOT NULL,
  title VARCHAR(1000) NOT NULL,
  mandatory BOOLEAN NOT NULL,
  state VARCHAR(30) NOT NULL,
  description VARCHAR(20000),
  action_taken VARCHAR(20000),
  due_at BIGINT,
  reason VARCHAR(20000),
  answered_by VARCHAR(64),
  answered_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_visit_check_visit ON visit_check (visit_id, id);
CREATE INDEX ix_visit_check_asset ON visit_check (asset_id, item_id);

CREATE TABLE problem (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_problem PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  asset_id VARCHAR(64) NOT NULL,
  item_id VARCHAR(200) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  action_taken VARCHAR(20000) NOT NULL,
  owner_id VARCHAR(64),
  since_at BIGINT NOT NULL,
  due_at BIGINT,
  found_visit_id VARCHAR(64) NOT NULL,
  ended_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_problem_client ON problem (client_id, id);
CREATE INDEX ix_problem_asset ON problem (asset_id, item_id);

CREATE TABLE frozen_visit (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_frozen_visit PRIMARY KEY,
  content CLOB NOT NULL,
  frozen_at BIGINT NOT NULL
);
