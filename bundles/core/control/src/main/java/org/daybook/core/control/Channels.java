package org.daybook.core.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.NoticeChannel;
import org.daybook.api.delivery.NoticeMessage;
import org.daybook.api.error.DaybookException;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls notice channels so that they cannot hurt. One that fails is a notice, and left alone for a
 * while; which ones rest is known to this node only, and forgotten with it.
 */
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final PluginRunner runner;
  private final Notices notices;
  private final Words words;
  private final Settings.Telling telling;
  private final Map<String, Instant> restUntil = new HashMap<>();
  private final Set<String> working = new HashSet<>();
  private final Map<NoticeChannel, String> names = new IdentityHashMap<>();

  Channels(PluginRunner runner, Notices notices, Words words, Settings.Telling telling) {
    this.runner = runner;
    this.notices = notices;
    this.words = words;
    this.telling = telling;
  }

  /** What came of giving a message to all channels that are there. */
  enum Outcome {
    TAKEN,
    /** Nobody took it, and somebody may yet. */
    TROUBLE,
    /** It is no message for any channel that is there. */
    UNWANTED
  }

  Outcome tell(List<NoticeChannel> channels, NoticeMessage message, Instant moment) {
    boolean taken = false;
    boolean trouble = channels.isEmpty();
    for (NoticeChannel channel : channels) {
      Optional<Boolean> answer = ask(channel, message, moment);
      taken |= answer.orElse(false);
      trouble |= answer.isEmpty();
    }
    if (taken) {
      return Outcome.TAKEN;
    }
    return trouble ? Outcome.TROUBLE : Outcome.UNWANTED;
  }

  /** A channel that was removed cannot fail any more. */
  void forgetAllBut(List<NoticeChannel> channels) {
    names.keySet().retainAll(channels);
    for (String id : Set.copyOf(restUntil.keySet())) {
      if (channels.stream().map(this::idOf).noneMatch(id::equals)) {
        worked(id);
      }
    }
  }

  /** Whether it took the message; empty if it failed or rests. */
  private Optional<Boolean> ask(NoticeChannel channel, NoticeMessage message, Instant moment) {
    String id = idOf(channel);
    Instant rests = restUntil.getOrDefault(id, moment);
    // A rest that is longer than any can be was begun before the clock was set back.
    if (rests.isAfter(moment) && !rests.isAfter(moment.plus(telling.channelPause()))) {
      return Optional.empty();
    }
    Optional<String> failure;
    try {
      PluginResult<Boolean> result =
          runner.call(channel, telling.channelLimit(), () -> channel.tell(message));
      if (result instanceof PluginResult.Answered<Boolean> answer) {
        worked(id);
        return Optional.of(Boolean.TRUE.equals(answer.value()));
      }
      failure = Optional.of(((PluginResult.Failed<Boolean>) result).sentence());
    } catch (DaybookException e) {
      failure = Optional.ofNullable(e.getMessage());
    }
    failed(id, failure.orElse(""), moment);
    return Optional.empty();
  }

  private void failed(String id, String sentence, Instant moment) {
    LOG.warn("The notice channel {} failed: {}", id, sentence);
    restUntil.put(id, moment.plus(telling.channelPause()));
    working.remove(id);
    notices.raise(
        NoticeKind.CHANNEL_FAULT,
        key(id),
        words.sentence("channel.fault").with("channel", id).with("said", sentence).toString(),
        Optional.empty());
  }

  /** The first time also ends what an earlier life of this node told. */
  private void worked(String id) {
    restUntil.remove(id);
    if (working.add(id)) {
      notices.withdraw(NoticeKind.CHANNEL_FAULT, key(id));
    }
  }

  /** Asked once: whoever cannot even say its name is known by its bundle. */
  private String idOf(NoticeChannel channel) {
    return names.computeIfAbsent(channel, this::askName);
  }

  private String askName(NoticeChannel channel) {
    try {
      PluginResult<String> id = runner.call(channel, telling.channelLimit(), channel::id);
      if (id instanceof PluginResult.Answered<String> answer && answer.value() != null) {
        return answer.value();
      }
    } catch (DaybookException nameless) {
      LOG.debug("A notice channel has no name: {}", nameless.getMessage());
    }
    return runner.bundleOf(channel);
  }

  private static String key(String id) {
    return "notice-channel:" + id;
  }
}
