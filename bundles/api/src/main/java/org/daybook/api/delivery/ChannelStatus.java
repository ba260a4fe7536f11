package org.daybook.api.delivery;

import java.util.Optional;

/**
 * A channel that is there now.
 *
 * @param ready whether it is configured to send
 * @param inUse whether new deliveries go over it
 * @param bundle symbolic name and version of its bundle
 * @param lastFault what went wrong the last time since this node started, in a sentence
 */
public record ChannelStatus(
    String id, boolean ready, boolean inUse, String bundle, Optional<String> lastFault) {}
