-- How far visits are, kept beside them: it is asked for far more often than it changes.
CREATE TABLE visit_progress (
  id VARCHAR(64) NOT NULL,
  tasks_answered BIGINT NOT NULL,
  tasks BIGINT NOT NULL,
  checks_answered BIGINT NOT NULL,
  checks BIGINT NOT NULL,
  CONSTRAINT pk_visit_progress PRIMARY KEY (id)
);

INSERT INTO visit_progress (id, tasks_answered, tasks, checks_answered, checks)
SELECT parts.id,
       SUM(parts.tasks_answered), SUM(parts.tasks), SUM(parts.checks_answered), SUM(parts.checks)
FROM (
  SELECT visit_id,
         CASE WHEN state IN ('DONE', 'RESOLVED_REMOTELY', 'SELF_RECOVERED', 'CANCELLED', 'NOT_DONE',
                             'CARRIED_OVER', 'HANDED_OVER', 'ACCEPTED')
              THEN 1 ELSE 0 END,
         1, 0, 0
  FROM task
  WHERE visit_id IS NOT NULL
  UNION ALL
  SELECT visit_id, 0, 0, CASE WHEN state = 'OPEN' THEN 0 ELSE 1 END, 1
  FROM visit_check
) AS parts (id, tasks_answered, tasks, checks_answered, checks)
GROUP BY parts.id;
