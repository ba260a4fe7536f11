package org.daybook.core.intake;

import java.util.List;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.IntakeResult;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSignal;

/** What a source is given: it cannot send in another one's name. */
final class PluginIntake implements TaskIntake {
  private final SignalTaker taker;
  private final SourceRegistry registry;
  private final Sender sender;
  private volatile boolean storageMissing;

  PluginIntake(SignalTaker taker, SourceRegistry registry, String source) {
    this.taker = taker;
    this.registry = registry;
    this.sender = Sender.machine(source);
  }

  @Override
  public IntakeResult accept(List<TaskSignal> signals) {
    try {
      IntakeResult result = taker.take(sender, signals);
      registry.took(sender.source(), signals.size());
      return result;
    } catch (UnavailableException notStored) {
      storageMissing = true;
      throw notStored;
    }
  }

  /** Whether signals could not be kept, which is no fault of the source. */
  boolean isStorageMissing() {
    return storageMissing;
  }
}
