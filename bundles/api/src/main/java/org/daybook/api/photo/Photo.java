package org.daybook.api.photo;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A photo of a task, without its bytes. Those are a JPEG of our own making (ITU-T T.81) without any
 * metadata, and never change.
 */
@Value.Immutable
@ProviderType
public interface Photo {

  String id();

  String taskId();

  /** What is to be seen, for the client; at most 300 characters, may be blank. */
  @Value.Default
  default String caption() {
    return "";
  }

  /** Whether the client's report shows it. */
  @Value.Default
  default boolean inReport() {
    return false;
  }

  /** Of the largest image that is kept, in pixels. */
  int width();

  /** Of the largest image that is kept, in pixels. */
  int height();

  /** The length of the largest image that is kept. */
  int bytes();

  /** Of the bytes in the size that reports show, 64 hexadecimal digits. */
  String sha256();

  /** The staff id of who put it in. */
  String takenBy();

  /** When it was put in. */
  Instant takenAt();

  /** The visit with whose closing it was fixed; from then on it stays as it is. */
  Optional<String> fixedVisitId();

  /** True once it was taken away; its bytes are gone then. */
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

  /** Builds a {@link Photo}. */
  final class Builder extends ImmutablePhoto.Builder {
    Builder() {}
  }
}
