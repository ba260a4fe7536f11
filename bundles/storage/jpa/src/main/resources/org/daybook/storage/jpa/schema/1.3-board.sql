-- What the board needs: tasks found by words and in other orders, views that people keep, signals mapped or dismissed

-- Follow from other columns: the words in lower case, and numbers that sort as the values do
ALTER TABLE task ADD COLUMN search_text VARCHAR(30000) NOT NULL DEFAULT '';
UPDATE task SET search_text = LOWER(title || ' ' || description);
ALTER TABLE task ADD COLUMN due_order BIGINT NOT NULL DEFAULT 9223372036854775807;
UPDATE task SET due_order = due_at WHERE due_at IS NOT NULL;
ALTER TABLE task ADD COLUMN priority_order INTEGER NOT NULL DEFAULT 1;
UPDATE task SET priority_order = CASE priority WHEN 'LOW' THEN 0 WHEN 'NORMAL' THEN 1 WHEN 'HIGH' THEN 2 ELSE 3 END;
CREATE INDEX ix_task_due_order ON task (due_order, id);
CREATE INDEX ix_task_priority_order ON task (priority_order, id);
ALTER TABLE task_comment ADD COLUMN body_lower VARCHAR(30000) NOT NULL DEFAULT '';
UPDATE task_comment SET body_lower = LOWER(body);

CREATE TABLE saved_view (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_saved_view PRIMARY KEY,
  staff_id VARCHAR(64) NOT NULL,
  name VARCHAR(300) NOT NULL,
  name_lower VARCHAR(300) NOT NULL,
  query VARCHAR(10000) NOT NULL,
  preferred BOOLEAN NOT NULL,
  removed BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_saved_view_name UNIQUE (staff_id, name_lower)
);

ALTER TABLE occurrence ADD COLUMN dismissal VARCHAR(20000);
ALTER TABLE occurrence ADD COLUMN dismissed_by VARCHAR(64);
ALTER TABLE occurrence ADD COLUMN dismissed_at BIGINT;

-- Keys are blank, never null, where a source names nothing
CREATE TABLE signal_mapping (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_signal_mapping PRIMARY KEY,
  source VARCHAR(60) NOT NULL,
  client_key VARCHAR(300) NOT NULL,
  asset_key VARCHAR(300) NOT NULL,
  client_id VARCHAR(64) NOT NULL,
  asset_id VARCHAR(64),
  mapped_by VARCHAR(64) NOT NULL,
  mapped_at BIGINT NOT NULL,
  removed BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_signal_mapping_names UNIQUE (source, client_key, asset_key)
);
