package org.daybook.web.rest.view;

import java.time.Instant;
import org.daybook.api.access.Session;

/**
 * Where somebody is logged in.
 *
 * @param device in a few words; may be blank
 * @param keep whether the session is kept on the device
 * @param lastSeenAt to within a few minutes
 * @param current whether it is the session of this very request
 */
public record DeviceView(
    String id,
    String device,
    boolean keep,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    boolean current) {
  public static DeviceView of(Session session, boolean current) {
    return new DeviceView(
        session.id(),
        session.device(),
        session.kept(),
        session.createdAt(),
        session.lastSeenAt(),
        session.expiresAt(),
        current);
  }
}
