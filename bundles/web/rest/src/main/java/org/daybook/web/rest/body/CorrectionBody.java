package org.daybook.web.rest.body;

import java.util.List;
import org.daybook.web.rest.openapi.Required;

/** What was wrong in a report. The client reads the reason. */
public record CorrectionBody(
    @Required String reason, List<TaskCorrectionBody> tasks, List<CheckCorrectionBody> checks) {}
