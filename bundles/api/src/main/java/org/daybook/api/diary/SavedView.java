package org.daybook.api.diary;

import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** A list that somebody wants to see again: what they asked for, under a name. */
@Value.Immutable
@ProviderType
public interface SavedView {

  String id();

  /** Whose it is (staff id); nobody else sees it. */
  String staffId();

  /** 1 to 60 characters; unique among theirs, whatever the case. */
  String name();

  /** What the list is narrowed to, as the address of the page has it; at most 2000 characters. */
  String query();

  /** Whether they see it when they ask for nothing else; one of theirs at most. */
  @Value.Default
  default boolean preferred() {
    return false;
  }

  /** Whether it was deleted; then its name is its id, so that another one can have the name. */
  @Value.Default
  default boolean removed() {
    return false;
  }

  /** Counts changes, from 1; 0 before it is stored. */
  @Value.Default
  default long version() {
    return 0;
  }

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link SavedView}. */
  final class Builder extends ImmutableSavedView.Builder {
    Builder() {}
  }
}
