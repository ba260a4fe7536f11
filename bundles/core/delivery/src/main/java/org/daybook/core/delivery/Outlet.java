package org.daybook.core.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.job.JobQueue;
import org.daybook.api.notice.Notices;
import org.daybook.api.plugin.PluginRunner;
import org.daybook.api.store.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The one way out for everything: the channels, who writes messages down, and the order of what a
 * mail server put off. Known to this bundle alone.
 */
@Component(service = Outlet.class, configurationPid = "org.daybook.delivery")
@Designate(ocd = Config.class)
public final class Outlet {
  private final Store store;
  private final JobQueue jobs;
  private final Clock clock;
  private final Settings settings;
  private final PlatformFaults faults;
  private final Channels sending;
  private final Sender sender;
  private final OutgoingDeliveries deliveries;
  private final OutgoingLetters letters;
  private final PutOff putOff;
  private final LinkKey linkKey;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile List<Map.Entry<Map<String, Object>, DeliveryChannel>> channels = List.of();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile LetterWriter writer;

  @Activate
  public Outlet(
      @Reference Store store,
      @Reference JobQueue jobs,
      @Reference Notices notices,
      @Reference PluginRunner runner,
      @Reference Clock clock,
      Config config) {
    this(store, jobs, notices, runner, clock, Settings.of(config));
  }

  Outlet(
      Store store,
      JobQueue jobs,
      Notices notices,
      PluginRunner runner,
      Clock clock,
      Settings settings) {
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
    this.settings = settings;
    this.faults = new PlatformFaults(notices, clock);
    this.sending = new Channels(() -> channels, runner, settings, faults);
    this.sender = new Sender(sending, settings);
    this.deliveries = new OutgoingDeliveries(notices);
    this.letters = new OutgoingLetters(notices);
    this.linkKey = new LinkKey(settings.linkKeyFile());
    this.putOff = new PutOff(store, jobs, clock, List.of(deliveries, letters));
  }

  @Deactivate
  void stop() {
    sending.stop();
  }

  /** The book of everything of one kind. */
  <T> Ledger<T> ledger(Outgoing<T> kind) {
    return new Ledger<>(store, kind, putOff, clock, settings);
  }

  <T> Retries<T> retries(Outgoing<T> kind) {
    return new Retries<>(store, jobs, kind, clock);
  }

  OutgoingDeliveries deliveries() {
    return deliveries;
  }

  OutgoingLetters letters() {
    return letters;
  }

  Settings settings() {
    return settings;
  }

  PlatformFaults faults() {
    return faults;
  }

  Channels sending() {
    return sending;
  }

  LinkKey linkKey() {
    return linkKey;
  }

  Sender sender() {
    return sender;
  }

  Optional<LetterWriter> writer() {
    return Optional.ofNullable(writer);
  }

  /** What a message is written by, over the channel that was chosen. */
  interface Writing {
    Outcome over(Channels.Choice.Use channel);
  }

  /** Tries once, if a channel is there. */
  Outcome attempt(Writing writing) {
    Channels.Choice choice = sending.choose();
    if (choice instanceof Channels.Choice.Wait wait) {
      return new Outcome.Waiting(wait.channel(), wait.sentence());
    }
    Channels.Choice.Use use = (Channels.Choice.Use) choice;
    try {
      return writing.over(use);
    } catch (InvalidInputException e) {
      return new Outcome.Unwritable(use.id(), e.getMessage());
    }
  }
}
