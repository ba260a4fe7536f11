-- Visits that were cancelled while they were drafts; of those that there are, the ones whose plan was thrown away

ALTER TABLE visit ADD COLUMN never_scheduled BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE visit SET never_scheduled = TRUE
  WHERE state = 'CANCELLED' AND plan_id IN (SELECT id FROM month_plan WHERE state = 'SUPERSEDED');
