package org.daybook.sources.remote;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the newest transaction that decided over a ticket. The transactions of one hand-over
 * arrive within a second, not always in their order, and an older one must not undo a newer one.
 * Memory is enough for that second; after a restart or on another node, the next message of the
 * ticket puts right what a late one did.
 */
final class TicketOrder {
  private static final int TICKETS = 1000;

  private final Map<Long, Long> newest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > TICKETS;
        }
      };

  /** Whether a newer transaction has decided already. */
  synchronized boolean isLate(long ticket, long transaction) {
    return newest.getOrDefault(ticket, 0L) > transaction;
  }

  /** A transaction has decided, and what it decided is stored. */
  synchronized void decided(long ticket, long transaction) {
    long latest = Math.max(transaction, newest.getOrDefault(ticket, 0L));
    newest.remove(ticket);
    newest.put(ticket, latest);
  }
}
