package org.daybook.core.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.daybook.api.delivery.ChannelStatus;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginRunner;

/** Chooses among the channels that are there, and calls them. */
final class Channels {
  private static final String NO_CHANNEL = "channel:none";
  private static final String ABSENT = ":absent";

  private final InstalledChannels installed;
  private final PluginRunner runner;
  private final Settings settings;
  private final PlatformFaults faults;
  private volatile String lastUsed;

  Channels(
      Supplier<List<Map.Entry<Map<String, Object>, DeliveryChannel>>> registered,
      PluginRunner runner,
      Settings settings,
      PlatformFaults faults) {
    this.installed = new InstalledChannels(registered, runner, settings.channelLimit());
    this.runner = runner;
    this.settings = settings;
    this.faults = faults;
    this.lastUsed = settings.channels().get(0);
  }

  /** What the next message goes over. */
  sealed interface Choice {
    record Use(String id, DeliveryChannel channel) implements Choice {}

    /**
     * Nothing can be sent now.
     *
     * @param channel the channel that is waited for
     */
    record Wait(String channel, String sentence) implements Choice {}
  }

  /**
   * The first of the configured channels that is ready. One that is not installed is waited for: it
   * is more likely being updated than gone, and the operator can take it out of the list.
   */
  Choice choose() {
    Map<String, DeliveryChannel> there = installed.byId();
    for (String id : settings.channels()) {
      DeliveryChannel channel = there.get(id);
      if (channel == null) {
        return wait(
            id,
            "The channel "
                + id
                + " is named in org.daybook.delivery and not there: it is not installed, or its"
                + " configuration is refused (the log says why). Reports wait for it.");
      }
      PluginResult<Boolean> ready = installed.call(channel, channel::ready);
      if (ready instanceof Failed<Boolean> failed) {
        return wait(id, "The channel " + id + " does not say if it is ready: " + failed.sentence());
      }
      faults.worked(NoticeKind.CHANNEL_FAULT, absence(id));
      if (Boolean.TRUE.equals(((Answered<Boolean>) ready).value())) {
        faults.worked(NoticeKind.CHANNEL_FAULT, NO_CHANNEL);
        lastUsed = id;
        return new Choice.Use(id, channel);
      }
      faults.worked(NoticeKind.CHANNEL_FAULT, key(id));
    }
    String sentence =
        "None of the channels " + settings.channels() + " is ready; reports wait for one.";
    faults.failed(NoticeKind.CHANNEL_FAULT, NO_CHANNEL, sentence);
    return new Choice.Wait(settings.channels().get(0), sentence);
  }

  /**
   * The channel that is expected to be used: the last one that was. No plugin is called, because
   * this is asked inside of transactions.
   */
  String expected() {
    return lastUsed;
  }

  /** Sends; a channel that fails in an unforeseen way is a fault and a failed result. */
  PluginResult<Receipt> send(Choice.Use choice, Dispatch dispatch) {
    PluginResult<Receipt> answer =
        installed.call(choice.channel(), () -> choice.channel().send(dispatch));
    if (answer instanceof Answered<Receipt> answered && answered.value() == null) {
      String bundle = runner.bundleOf(choice.channel());
      answer =
          new Failed<>(PluginResult.Kind.THREW, bundle, bundle + " answered without a receipt.");
    }
    if (answer instanceof Failed<Receipt> failed) {
      faults.failed(
          NoticeKind.CHANNEL_FAULT,
          key(choice.id()),
          "The channel " + choice.id() + " failed: " + failed.sentence());
    } else {
      heed(choice.id(), ((Answered<Receipt>) answer).value());
    }
    return answer;
  }

  private void heed(String id, Receipt receipt) {
    if (receipt instanceof Receipt.Deferred deferred && deferred.everything()) {
      faults.putOff(
          NoticeKind.CHANNEL_FAULT,
          key(id),
          "The channel " + id + " can send nothing at the moment: " + deferred.answer());
    } else {
      faults.taken(NoticeKind.CHANNEL_FAULT, key(id));
    }
  }

  /** A channel that was waited for may not be in the list that comes next. */
  void stop() {
    faults.forget(NoticeKind.CHANNEL_FAULT, key -> key.endsWith(ABSENT));
  }

  List<ChannelStatus> statuses() {
    String inUse = choose() instanceof Choice.Use use ? use.id() : "";
    List<ChannelStatus> statuses = new ArrayList<>();
    installed
        .byId()
        .forEach(
            (id, channel) ->
                statuses.add(
                    new ChannelStatus(
                        id,
                        installed.call(channel, channel::ready)
                                instanceof Answered<Boolean> answered
                            && Boolean.TRUE.equals(answered.value()),
                        id.equals(inUse),
                        runner.bundleOf(channel),
                        faults.last(key(id)))));
    return statuses;
  }

  private Choice wait(String id, String sentence) {
    faults.failed(NoticeKind.CHANNEL_FAULT, absence(id), sentence);
    return new Choice.Wait(id, sentence);
  }

  private static String key(String id) {
    return "channel:" + id;
  }

  /**
   * A fact of its own, since it is over as soon as the channel answers again, while a failure to
   * send is over only when something was sent.
   */
  private static String absence(String id) {
    return key(id) + ABSENT;
  }
}
