-- Rules over tasks and visits, and notices that are sent and passed on

ALTER TABLE task ADD COLUMN handed_over_at BIGINT;
UPDATE task SET handed_over_at = COALESCE(promised_since, started_at, created_at) WHERE state = 'HANDED_OVER';
CREATE INDEX ix_task_due ON task (state, due_at, id);
CREATE INDEX ix_task_promised ON task (state, promised_since, id);
CREATE INDEX ix_task_carried ON task (state, carried_over, id);
CREATE INDEX ix_occurrence_source ON occurrence (source, id);

ALTER TABLE staff_member ADD COLUMN notice_mail VARCHAR(30) NOT NULL DEFAULT 'AT_ONCE';

-- Notices of before have nothing in tell_at: nobody gets a letter of what is old
ALTER TABLE notice ADD COLUMN about VARCHAR(500);
ALTER TABLE notice ADD COLUMN urgency VARCHAR(30) NOT NULL DEFAULT 'NORMAL';
ALTER TABLE notice ADD COLUMN acknowledged_by VARCHAR(64);
ALTER TABLE notice ADD COLUMN acknowledged_at BIGINT;
ALTER TABLE notice ADD COLUMN escalated_to VARCHAR(64);
ALTER TABLE notice ADD COLUMN escalated_at BIGINT;
ALTER TABLE notice ADD COLUMN sent_at BIGINT;
ALTER TABLE notice ADD COLUMN tell_at BIGINT;
ALTER TABLE notice ADD COLUMN escalate_at BIGINT;
CREATE INDEX ix_notice_kind ON notice (kind, state, id);
CREATE INDEX ix_notice_tell ON notice (state, tell_at, id);
CREATE INDEX ix_notice_escalate ON notice (state, escalate_at, id);
