package org.daybook.api.delivery;

import java.util.List;
import java.util.Locale;
import org.daybook.api.directory.StaffMember;
import org.daybook.api.notice.Notice;
import org.immutables.value.Value;
import org.osgi.annotation.versioning.ProviderType;

/** What one member of staff is to be told at one time. */
@Value.Immutable
@ProviderType
public interface NoticeMessage {

  /** Names the message, the same at every attempt. At most 200 characters. */
  String key();

  StaffMember to();

  /** One or more; the urgent ones first, then the oldest. */
  List<Notice> notices();

  /** Of the notices' sentences. */
  Locale language();

  static Builder builder() {
    return new Builder();
  }

  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link NoticeMessage}. */
  final class Builder extends ImmutableNoticeMessage.Builder {
    Builder() {}
  }
}
