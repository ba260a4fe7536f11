package org.daybook.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.notice.Notice;

/** The contract on the smallest channel there can be. */
public class SampleNoticeChannelTest extends NoticeChannelContract {
  private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());

  @Override
  protected NoticeChannel createChannel() {
    return new NoticeChannel() {
      @Override
      public String id() {
        return "sample";
      }

      @Override
      public boolean tell(NoticeMessage message) {
        return message.to().phone().isPresent()
            && arrived.add(
                String.join("\n", message.notices().stream().map(Notice::subject).toList()));
      }
    };
  }

  @Override
  protected List<String> arrived() {
    return arrived;
  }

  @Override
  protected Optional<NoticeMessage> unwanted() {
    NoticeMessage message = Examples.noticeMessage();
    return Optional.of(
        message.toBuilder().to(message.to().toBuilder().phone(Optional.empty()).build()).build());
  }
}
