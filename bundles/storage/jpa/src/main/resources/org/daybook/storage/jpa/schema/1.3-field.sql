-- Equipment that was found to be gone, and photos of tasks

ALTER TABLE asset ADD COLUMN retired_reason VARCHAR(1000);
ALTER TABLE asset ADD COLUMN retired_visit_id VARCHAR(64);

CREATE TABLE photo (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_photo PRIMARY KEY,
  task_id VARCHAR(64) NOT NULL,
  caption VARCHAR(300) NOT NULL,
  in_report BOOLEAN NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  taken_by VARCHAR(64) NOT NULL,
  taken_at BIGINT NOT NULL,
  fixed_visit_id VARCHAR(64),
  removed BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_photo_task ON photo (task_id, id);

CREATE TABLE photo_content (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_photo_content PRIMARY KEY,
  content BLOB NOT NULL
);
