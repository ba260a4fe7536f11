package org.daybook.api.store;

import java.util.Optional;
import java.util.Set;
import org.daybook.api.diary.Project;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** Which projects. Members narrow together; an empty one does not narrow. */
@Value.Immutable
@ProviderType
public interface ProjectQuery {
  Optional<String> clientId();

  Set<Project.State> states();

  static Builder builder() {
    return new Builder();
  }

  /** No narrowing. */
  static ProjectQuery everything() {
    return builder().build();
  }

  /** Builds a query. */
  final class Builder extends ImmutableProjectQuery.Builder {
    Builder() {}
  }
}
