-- Emergencies on their way, and visits that came from a plan

ALTER TABLE visit ADD COLUMN due_by BIGINT;
ALTER TABLE visit ADD COLUMN accepted_at BIGINT;
ALTER TABLE visit ADD COLUMN on_the_way_at BIGINT;
ALTER TABLE visit ADD COLUMN plan_id VARCHAR(64);
CREATE INDEX ix_visit_plan ON visit (plan_id, planned_for, id);
