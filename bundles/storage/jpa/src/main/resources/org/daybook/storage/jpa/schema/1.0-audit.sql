-- Who changed what

CREATE TABLE audit_entry (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_audit_entry PRIMARY KEY,
  made_at BIGINT NOT NULL,
  actor_id VARCHAR(100) NOT NULL,
  actor_name VARCHAR(300) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  value_id VARCHAR(64) NOT NULL,
  value_version BIGINT NOT NULL,
  content CLOB NOT NULL
);
CREATE INDEX ix_audit_entry_value ON audit_entry (value_id, id);
CREATE INDEX ix_audit_entry_actor ON audit_entry (actor_id, id);
