-- Answers to repeated requests are thrown away when they are old
CREATE INDEX ix_idempotent_answer_at ON idempotent_answer (answered_at, id);
