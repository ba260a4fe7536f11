package org.daybook.web.rest.view;

import java.util.List;
import java.util.Map;

/**
 * Whether Daybook can do its work.
 *
 * @param status UP or DOWN
 * @param missing the parts that it cannot do without and that are not there
 * @param parts UP or DOWN for each part
 */
public record HealthView(String status, List<String> missing, Map<String, String> parts) {}
