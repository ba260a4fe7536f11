package org.daybook.web.rest.view;

import java.util.List;

/**
 * Everything of one visit, in one answer.
 *
 * @param tasks those that are on it; before arrival also those that will come onto it
 * @param open what closing would miss
 * @param report who gets the report
 */
public record DiaryDayView(
    DiaryVisitView visit,
    List<DiaryContactView> contacts,
    List<DiaryTaskView> tasks,
    List<DiaryDeviceView> devices,
    List<DiaryProjectView> projects,
    List<OpenItemView> open,
    DiaryReportView report) {}
