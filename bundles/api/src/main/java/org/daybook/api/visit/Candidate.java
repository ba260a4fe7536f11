package org.daybook.api.visit;

import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** An engineer who could be sent to an emergency, as things stand. */
@Value.Immutable
@ProviderType
public interface Candidate {

  /** The staff id. */
  String engineerId();

  String engineerName();

  /** Whether nothing keeps them: they are at no visit, and none is due before they are back. */
  boolean free();

  /** Whether they usually come to this client. */
  boolean usual();

  /** How near they are today. */
  Nearness nearness();

  /** Why they stand where they stand, in a sentence or two for people. */
  String reason();

  /** Where an engineer is, was or will be today; the nearest of the day's visits counts. */
  enum Nearness {
    /** At the very site. */
    SAME_SITE,
    /** At another site of the client. */
    SAME_CLIENT,
    /** At other clients. */
    ELSEWHERE,
    /** No visit today says where they are. */
    UNKNOWN
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Candidate}. */
  final class Builder extends ImmutableCandidate.Builder {
    Builder() {}
  }
}
