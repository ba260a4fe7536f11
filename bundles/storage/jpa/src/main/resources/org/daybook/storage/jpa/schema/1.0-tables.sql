--liquibase formatted sql

-- Moments are BIGINT: microseconds since 1970-01-01T00:00Z.
-- Columns that end in _lower follow from their neighbour and are there to be searched.
-- There are no foreign keys: nothing is ever deleted, and services check what they refer to.

--changeset daybook:1.0-directory
CREATE TABLE client (
  id ${id} NOT NULL CONSTRAINT pk_client PRIMARY KEY,
  code VARCHAR(100) NOT NULL,
  code_lower VARCHAR(100) NOT NULL CONSTRAINT uq_client_code UNIQUE,
  name VARCHAR(300) NOT NULL,
  name_lower VARCHAR(300) NOT NULL,
  service_plan VARCHAR(30) NOT NULL,
  language VARCHAR(35) NOT NULL,
  time_zone VARCHAR(60) NOT NULL,
  review_first BOOLEAN NOT NULL,
  engineer_id ${id},
  manager_id ${id},
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_client_name ON client (name_lower);

CREATE TABLE site (
  id ${id} NOT NULL CONSTRAINT pk_site PRIMARY KEY,
  client_id ${id} NOT NULL,
  name VARCHAR(300) NOT NULL,
  address VARCHAR(1000) NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_site_client ON site (client_id, id);

CREATE TABLE contact (
  id ${id} NOT NULL CONSTRAINT pk_contact PRIMARY KEY,
  client_id ${id} NOT NULL,
  name VARCHAR(300) NOT NULL,
  job_title VARCHAR(300),
  email VARCHAR(320),
  phone VARCHAR(100),
  report_recipient BOOLEAN NOT NULL,
  responsible BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_contact_client ON contact (client_id, id);

CREATE TABLE asset (
  id ${id} NOT NULL CONSTRAINT pk_asset PRIMARY KEY,
  client_id ${id} NOT NULL,
  site_id ${id} NOT NULL,
  kind VARCHAR(30) NOT NULL,
  name VARCHAR(300) NOT NULL,
  hostname VARCHAR(255),
  hostname_lower VARCHAR(255),
  inventory_number VARCHAR(255),
  inventory_lower VARCHAR(255),
  retired BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_asset_hostname UNIQUE (client_id, hostname_lower),
  CONSTRAINT uq_asset_inventory UNIQUE (client_id, inventory_lower)
);
CREATE INDEX ix_asset_client ON asset (client_id, id);
CREATE INDEX ix_asset_site ON asset (site_id, id);

CREATE TABLE staff_member (
  id ${id} NOT NULL CONSTRAINT pk_staff_member PRIMARY KEY,
  name VARCHAR(300) NOT NULL,
  staff_role VARCHAR(30) NOT NULL,
  email VARCHAR(320),
  phone VARCHAR(100),
  department VARCHAR(300),
  manager_id ${id},
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
--rollback DROP TABLE staff_member;
--rollback DROP TABLE asset;
--rollback DROP TABLE contact;
--rollback DROP TABLE site;
--rollback DROP TABLE client;

--changeset daybook:1.0-access
CREATE TABLE account (
  id ${id} NOT NULL CONSTRAINT pk_account PRIMARY KEY,
  login VARCHAR(200) NOT NULL CONSTRAINT uq_account_login UNIQUE,
  password_hash VARCHAR(500) NOT NULL,
  staff_id ${id} NOT NULL,
  enabled BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_account_staff ON account (staff_id);

CREATE TABLE access_token (
  id ${id} NOT NULL CONSTRAINT pk_access_token PRIMARY KEY,
  name VARCHAR(300) NOT NULL,
  secret_hash VARCHAR(128) NOT NULL CONSTRAINT uq_access_token_hash UNIQUE,
  scopes VARCHAR(2000) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  version BIGINT NOT NULL
);

CREATE TABLE idempotent_answer (
  id VARCHAR(700) NOT NULL CONSTRAINT pk_idempotent_answer PRIMARY KEY,
  request_hash VARCHAR(128) NOT NULL,
  status INTEGER NOT NULL,
  headers ${document},
  body ${document},
  answered_at BIGINT NOT NULL
);
--rollback DROP TABLE idempotent_answer;
--rollback DROP TABLE access_token;
--rollback DROP TABLE account;

--changeset daybook:1.0-diary
CREATE TABLE project (
  id ${id} NOT NULL CONSTRAINT pk_project PRIMARY KEY,
  client_id ${id} NOT NULL,
  title VARCHAR(1000) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  state VARCHAR(30) NOT NULL,
  due_at BIGINT,
  created_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_project_client ON project (client_id, id);

CREATE TABLE task (
  id ${id} NOT NULL CONSTRAINT pk_task PRIMARY KEY,
  client_id ${id} NOT NULL,
  asset_id ${id},
  visit_id ${id},
  project_id ${id},
  source VARCHAR(60) NOT NULL,
  external_id VARCHAR(255),
  title VARCHAR(1000) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  priority VARCHAR(30) NOT NULL,
  state VARCHAR(30) NOT NULL,
  due_at BIGINT,
  occurrences INTEGER NOT NULL,
  engineer_id ${id},
  specialist_id ${id},
  task_result VARCHAR(20000),
  reason VARCHAR(20000),
  carried_over INTEGER NOT NULL,
  promised_since BIGINT,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_task_client ON task (client_id, id);
CREATE INDEX ix_task_visit ON task (visit_id, id);
CREATE INDEX ix_task_engineer ON task (engineer_id, id);
CREATE INDEX ix_task_specialist ON task (specialist_id, id);
CREATE INDEX ix_task_source ON task (source, external_id);
CREATE INDEX ix_task_state ON task (state, id);
CREATE INDEX ix_task_project ON task (project_id, id);

CREATE TABLE task_comment (
  id ${id} NOT NULL CONSTRAINT pk_task_comment PRIMARY KEY,
  task_id ${id} NOT NULL,
  author_id ${id} NOT NULL,
  author_name VARCHAR(300) NOT NULL,
  made_at BIGINT NOT NULL,
  body VARCHAR(20000) NOT NULL
);
CREATE INDEX ix_task_comment_task ON task_comment (task_id, id);

CREATE TABLE time_entry (
  id ${id} NOT NULL CONSTRAINT pk_time_entry PRIMARY KEY,
  task_id ${id} NOT NULL,
  staff_id ${id} NOT NULL,
  minutes INTEGER NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX ix_time_entry_task ON time_entry (task_id, id);

CREATE TABLE occurrence (
  id ${id} NOT NULL CONSTRAINT pk_occurrence PRIMARY KEY,
  source VARCHAR(60) NOT NULL,
  external_id VARCHAR(255) NOT NULL,
  occurrence VARCHAR(255) NOT NULL,
  client_id ${id},
  client_hint VARCHAR(1000) NOT NULL,
  asset_id ${id},
  asset_hint VARCHAR(1000) NOT NULL,
  task_id ${id},
  title VARCHAR(1000) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  priority VARCHAR(30) NOT NULL,
  fault BOOLEAN NOT NULL,
  raised_at BIGINT NOT NULL,
  cleared_at BIGINT,
  version BIGINT NOT NULL,
  CONSTRAINT uq_occurrence UNIQUE (source, external_id, occurrence)
);
CREATE INDEX ix_occurrence_task ON occurrence (task_id, id);
CREATE INDEX ix_occurrence_asset ON occurrence (asset_id, id);
CREATE INDEX ix_occurrence_client ON occurrence (client_id, id);
--rollback DROP TABLE occurrence;
--rollback DROP TABLE time_entry;
--rollback DROP TABLE task_comment;
--rollback DROP TABLE task;
--rollback DROP TABLE project;

--changeset daybook:1.0-visits
CREATE TABLE visit (
  id ${id} NOT NULL CONSTRAINT pk_visit PRIMARY KEY,
  kind VARCHAR(30) NOT NULL,
  state VARCHAR(30) NOT NULL,
  client_id ${id} NOT NULL,
  site_id ${id} NOT NULL,
  engineer_id ${id} NOT NULL,
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
  id ${id} NOT NULL CONSTRAINT pk_visit_check PRIMARY KEY,
  visit_id ${id} NOT NULL,
  asset_id ${id} NOT NULL,
  item_id VARCHAR(200) NOT NULL,
  title VARCHAR(1000) NOT NULL,
  mandatory BOOLEAN NOT NULL,
  state VARCHAR(30) NOT NULL,
  description VARCHAR(20000),
  action_taken VARCHAR(20000),
  due_at BIGINT,
  reason VARCHAR(20000),
  answered_by ${id},
  answered_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_visit_check_visit ON visit_check (visit_id, id);
CREATE INDEX ix_visit_check_asset ON visit_check (asset_id, item_id);

CREATE TABLE problem (
  id ${id} NOT NULL CONSTRAINT pk_problem PRIMARY KEY,
  client_id ${id} NOT NULL,
  asset_id ${id} NOT NULL,
  item_id VARCHAR(200) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  action_taken VARCHAR(20000) NOT NULL,
  owner_id ${id},
  since_at BIGINT NOT NULL,
  due_at BIGINT,
  found_visit_id ${id} NOT NULL,
  ended_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_problem_client ON problem (client_id, id);
CREATE INDEX ix_problem_asset ON problem (asset_id, item_id);

CREATE TABLE frozen_visit (
  id ${id} NOT NULL CONSTRAINT pk_frozen_visit PRIMARY KEY,
  content ${document} NOT NULL,
  frozen_at BIGINT NOT NULL
);
--rollback DROP TABLE frozen_visit;
--rollback DROP TABLE problem;
--rollback DROP TABLE visit_check;
--rollback DROP TABLE visit;

--changeset daybook:1.0-reports
CREATE TABLE visit_report (
  id ${id} NOT NULL CONSTRAINT pk_visit_report PRIMARY KEY,
  report_number VARCHAR(60) NOT NULL,
  revision INTEGER NOT NULL,
  visit_id ${id} NOT NULL,
  client_id ${id} NOT NULL,
  state VARCHAR(30) NOT NULL,
  snapshot ${document} NOT NULL,
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
  id ${id} NOT NULL CONSTRAINT pk_delivery PRIMARY KEY,
  report_id ${id} NOT NULL,
  client_id ${id} NOT NULL,
  contact_id ${id} NOT NULL,
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
  id ${id} NOT NULL CONSTRAINT pk_notice PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  fact_key VARCHAR(500) NOT NULL,
  subject VARCHAR(20000) NOT NULL,
  recipient_id ${id},
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
--rollback DROP TABLE number_series;
--rollback DROP TABLE notice;
--rollback DROP TABLE delivery;
--rollback DROP TABLE visit_report;

--changeset daybook:1.0-audit
CREATE TABLE audit_entry (
  id ${id} NOT NULL CONSTRAINT pk_audit_entry PRIMARY KEY,
  made_at BIGINT NOT NULL,
  actor_id VARCHAR(100) NOT NULL,
  actor_name VARCHAR(300) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  value_id VARCHAR(64) NOT NULL,
  value_version BIGINT NOT NULL,
  content ${document} NOT NULL
);
CREATE INDEX ix_audit_entry_value ON audit_entry (value_id, id);
CREATE INDEX ix_audit_entry_actor ON audit_entry (actor_id, id);
--rollback DROP TABLE audit_entry;
