-- Visits that managers added to plans; until now only the reason said so, as long as there was no other

ALTER TABLE visit ADD COLUMN beyond_norm BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE visit SET beyond_norm = TRUE
  WHERE plan_id IS NOT NULL AND reason IN ('Added by hand', 'Добавлено вручную');
