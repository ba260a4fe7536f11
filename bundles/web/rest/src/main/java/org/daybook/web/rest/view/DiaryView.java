package org.daybook.web.rest.view;

import java.util.List;

/**
 * What somebody has to do, in one answer.
 *
 * @param visits theirs: under way, of today, and to come
 * @param disputes what clients miss in reports of theirs, until they have said what happened
 * @param tasks what is with them besides: handed over to a specialist, or open at remote support
 * @param specialists to whom a task can be handed over
 * @param clients for whom remote support may record something; empty for others
 */
public record DiaryView(
    DiaryPersonView me,
    List<DiaryVisitView> visits,
    List<DiaryDisputeView> disputes,
    List<DiaryTaskView> tasks,
    List<DiaryPersonView> specialists,
    List<DiaryClientView> clients) {}
