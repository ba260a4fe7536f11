-- When the closing of a visit was recorded: without network later than the engineer left

ALTER TABLE visit ADD COLUMN closed_at BIGINT;
UPDATE visit SET closed_at = departed_at;
