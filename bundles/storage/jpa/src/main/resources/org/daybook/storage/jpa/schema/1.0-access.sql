-- Logins, tokens, and what repeated requests were answered

CREATE TABLE account (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_account PRIMARY KEY,
  login VARCHAR(200) NOT NULL CONSTRAINT uq_account_login UNIQUE,
  password_hash VARCHAR(500) NOT NULL,
  staff_id VARCHAR(64) NOT NULL,
  enabled BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_account_staff ON account (staff_id);

CREATE TABLE access_token (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_access_token PRIMARY KEY,
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
  headers CLOB,
  body CLOB,
  answered_at BIGINT NOT NULL
);
