package org.daybook.api.store;

import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which invitations. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface InvitationQuery {
  Optional<String> visitId();

  Optional<String> contactId();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static InvitationQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableInvitationQuery.Builder {
    Builder() {}
  }
}
