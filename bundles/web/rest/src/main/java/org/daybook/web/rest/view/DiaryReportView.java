package org.daybook.web.rest.view;

import java.util.List;

/**
 * What becomes of the report of a visit once it is closed.
 *
 * @param recipients the names of those at the client who get it; empty if nobody does
 * @param reviewFirst whether a manager looks at it before
 */
public record DiaryReportView(List<String> recipients, boolean reviewFirst) {}
