-- How far visits are is counted from this alone, without the rows.
CREATE INDEX ix_visit_check_state ON visit_check (visit_id, state, id);
