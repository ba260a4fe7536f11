package org.daybook.api.source;

import java.util.Optional;

/**
 * What somebody solved from afar.
 *
 * @param client its code
 * @param title what it was
 * @param result what was done, in plain words for the client; may be blank
 * @param minutes time that it took, 1 to 1440
 */
public record RemoteFix(String client, String title, String result, Optional<Integer> minutes) {}
