--liquibase formatted sql

--changeset daybook:derby-settings dbms:derby
--comment A deadlock is looked for after a second instead of twenty, and a lock is waited for ten seconds instead of sixty: the store repeats what lost
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', '1');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '10');
--rollback CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', NULL);
--rollback CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', NULL);
