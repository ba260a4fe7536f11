-- Tasks, what was said and done about them, and what sources said

CREATE TABLE project (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_project PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  title VARCHAR(1000) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  state VARCHAR(30) NOT NULL,
  due_at BIGINT,
  created_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_project_client ON project (client_id, id);

CREATE TABLE task (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_task PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  asset_id VARCHAR(64),
  visit_id VARCHAR(64),
  project_id VARCHAR(64),
  source VARCHAR(60) NOT NULL,
  external_id VARCHAR(255),
  title VARCHAR(1000) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  priority VARCHAR(30) NOT NULL,
  state VARCHAR(30) NOT NULL,
  due_at BIGINT,
  occurrences INTEGER NOT NULL,
  engineer_id VARCHAR(64),
  specialist_id VARCHAR(64),
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
  id VARCHAR(64) NOT NULL CONSTRAINT pk_task_comment PRIMARY KEY,
  task_id VARCHAR(64) NOT NULL,
  author_id VARCHAR(64) NOT NULL,
  author_name VARCHAR(300) NOT NULL,
  made_at BIGINT NOT NULL,
  body VARCHAR(20000) NOT NULL
);
CREATE INDEX ix_task_comment_task ON task_comment (task_id, id);

CREATE TABLE time_entry (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_time_entry PRIMARY KEY,
  task_id VARCHAR(64) NOT NULL,
  staff_id VARCHAR(64) NOT NULL,
  minutes INTEGER NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX ix_time_entry_task ON time_entry (task_id, id);

CREATE TABLE occurrence (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_occurrence PRIMARY KEY,
  source VARCHAR(60) NOT NULL,
  external_id VARCHAR(255) NOT NULL,
  occurrence VARCHAR(255) NOT NULL,
  client_id VARCHAR(64),
  client_hint VARCHAR(1000) NOT NULL,
  asset_id VARCHAR(64),
  asset_hint VARCHAR(1000) NOT NULL,
  task_id VARCHAR(64),
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
