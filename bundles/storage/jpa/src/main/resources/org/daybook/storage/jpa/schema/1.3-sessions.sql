-- Logins that go on without the password

CREATE TABLE login_session (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_login_session PRIMARY KEY,
  account_id VARCHAR(64) NOT NULL,
  account_version BIGINT NOT NULL,
  staff_id VARCHAR(64) NOT NULL,
  secret_hash VARCHAR(128) NOT NULL CONSTRAINT uq_login_session_hash UNIQUE,
  device VARCHAR(400) NOT NULL,
  kept BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT,
  version BIGINT NOT NULL
);
CREATE INDEX ix_login_session_staff ON login_session (staff_id, id);
-- Sessions are thrown away when they are over
CREATE INDEX ix_login_session_expires ON login_session (expires_at, id);
