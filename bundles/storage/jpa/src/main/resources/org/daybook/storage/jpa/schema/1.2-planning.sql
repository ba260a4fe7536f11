-- Terms of planned visits, absences, and the plans of months. Days are ISO 8601 texts, which sort as days do

ALTER TABLE site ADD COLUMN district VARCHAR(300);
ALTER TABLE staff_member ADD COLUMN day_minutes INTEGER;

CREATE TABLE visit_terms (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_visit_terms PRIMARY KEY,
  visits_per_month INTEGER,
  reason VARCHAR(20000),
  weekdays VARCHAR(100) NOT NULL,
  earliest VARCHAR(20),
  latest VARCHAR(20),
  closed_days VARCHAR(20000) NOT NULL,
  pattern VARCHAR(1000),
  pattern_time VARCHAR(20),
  version BIGINT NOT NULL
);

CREATE TABLE absence (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_absence PRIMARY KEY,
  staff_id VARCHAR(64) NOT NULL,
  first_day VARCHAR(10) NOT NULL,
  last_day VARCHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  removed BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_absence_staff ON absence (staff_id, last_day);
CREATE INDEX ix_absence_days ON absence (last_day, first_day);

-- live_month is the month of a plan that is not superseded, of which there is one
CREATE TABLE month_plan (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_month_plan PRIMARY KEY,
  plan_month VARCHAR(10) NOT NULL,
  live_month VARCHAR(10) CONSTRAINT uq_month_plan_live UNIQUE,
  state VARCHAR(30) NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  unmet CLOB NOT NULL,
  pinned CLOB NOT NULL,
  notes CLOB NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_month_plan_month ON month_plan (plan_month, id);
CREATE INDEX ix_month_plan_state ON month_plan (state, id);
