package org.daybook.simulation;

import java.time.Clock;
import org.daybook.api.diary.Diary;
import org.daybook.api.directory.Directory;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.job.TimeMachine;
import org.daybook.api.notice.Notices;
import org.daybook.api.plan.Planning;
import org.daybook.api.report.Reports;
import org.daybook.api.source.Intake;
import org.daybook.api.store.Store;
import org.daybook.api.visit.Visits;

/** What people and machines use. */
record Services(
    Store store,
    Clock clock,
    TimeMachine time,
    Directory directory,
    Planning planning,
    Visits visits,
    Diary diary,
    Intake intake,
    Disputes disputes,
    Notices notices,
    Reports reports) {}
