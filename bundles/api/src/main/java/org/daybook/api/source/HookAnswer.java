package org.daybook.api.source;

import java.nio.charset.StandardCharsets;

/**
 * What a hook's sender is told.
 *
 * @param status an HTTP status
 * @param mediaType of the body
 * @param body may be empty
 */
public record HookAnswer(int status, String mediaType, byte[] body) {

  /** 202: everything in the message is stored. */
  public static HookAnswer accepted(IntakeResult result) {
    String json =
        "{\"taken\":%d,\"repeated\":%d,\"unassigned\":%d}"
            .formatted(result.taken(), result.repeated(), result.unassigned());
    return new HookAnswer(202, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
