package org.daybook.core.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.notice.Notice;

/** Remembers what it was told, or fails. */
final class FakeChannel implements NoticeChannel {
  final List<NoticeMessage> told = new ArrayList<>();
  Optional<Exception> failure = Optional.empty();
  Predicate<NoticeMessage> takes = message -> true;
  int calls;

  private final String id;

  FakeChannel(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean tell(NoticeMessage message) throws Exception {
    calls++;
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (!takes.test(message)) {
      return false;
    }
    told.add(message);
    return true;
  }

  /** The notices that somebody was told of, in the order of telling. */
  List<Notice> told(String staffId) {
    return told.stream()
        .filter(message -> message.to().id().equals(staffId))
        .flatMap(message -> message.notices().stream())
        .toList();
  }
}
