-- The table of db-scheduler 16, which runs the durable jobs

CREATE TABLE scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(200) NOT NULL,
  task_data BLOB,
  execution_time TIMESTAMP NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(200),
  last_success TIMESTAMP,
  last_failure TIMESTAMP,
  consecutive_failures INTEGER,
  last_heartbeat TIMESTAMP,
  version BIGINT NOT NULL,
  priority SMALLINT,
  CONSTRAINT pk_scheduled_tasks PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_scheduled_tasks_time ON scheduled_tasks (execution_time);
CREATE INDEX ix_scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX ix_scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time ASC);
