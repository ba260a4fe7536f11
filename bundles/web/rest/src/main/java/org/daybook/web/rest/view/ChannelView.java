package org.daybook.web.rest.view;

import org.daybook.api.delivery.ChannelStatus;

/** A channel that is there now. */
public record ChannelView(
    String id, boolean ready, boolean inUse, String bundle, String lastFault) {
  public static ChannelView of(ChannelStatus channel) {
    return new ChannelView(
        channel.id(),
        channel.ready(),
        channel.inUse(),
        channel.bundle(),
        channel.lastFault().orElse(null));
  }
}
