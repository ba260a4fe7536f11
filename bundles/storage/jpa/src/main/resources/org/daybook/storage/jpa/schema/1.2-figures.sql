-- What the figures of a month are found by

CREATE INDEX ix_task_finished ON task (finished_at, created_at, id);
CREATE INDEX ix_dispute_decided ON dispute (decided_at, id);
