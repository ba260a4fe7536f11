package org.daybook.api.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which notices. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface NoticeQuery {
  Set<NoticeKind> kinds();

  Optional<String> key();

  Set<Notice.State> states();

  Optional<String> recipientId();

  /** Is for this staff id, or was passed on to it. */
  Optional<String> concernsId();

  /** One of these. */
  Set<Notice.Urgency> urgencies();

  /** The path of the page it is about. */
  Optional<String> about();

  /** Channels are to be given it before this. */
  Optional<Instant> tellUntil();

  /** Is passed on before this unless somebody acts. */
  Optional<Instant> escalateUntil();

  /** Whether a channel took it. */
  Optional<Boolean> sent();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static NoticeQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableNoticeQuery.Builder {
    Builder() {}
  }
}
