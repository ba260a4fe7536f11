-- What is done on each type of equipment, and all that was ever in force. Items are lines with tabs

CREATE TABLE regulation (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_regulation PRIMARY KEY,
  asset_kind VARCHAR(30) NOT NULL CONSTRAINT uq_regulation_kind UNIQUE,
  items CLOB NOT NULL,
  active BOOLEAN NOT NULL,
  in_files CLOB NOT NULL,
  revision INTEGER NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by VARCHAR(300) NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE regulation_revision (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_regulation_revision PRIMARY KEY,
  regulation_id VARCHAR(64) NOT NULL,
  revision_number INTEGER NOT NULL,
  items CLOB NOT NULL,
  active BOOLEAN NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by VARCHAR(300) NOT NULL,
  CONSTRAINT uq_regulation_revision UNIQUE (regulation_id, revision_number)
);
CREATE INDEX ix_regulation_revision ON regulation_revision (regulation_id, id);
