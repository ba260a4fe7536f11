package org.daybook.itests.platform.plugin.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.access.Actor;
import org.daybook.api.source.HookAnswer;
import org.daybook.api.source.HookRequest;
import org.daybook.api.source.InboundHook;
import org.daybook.api.source.SignalKind;
import org.daybook.api.source.TaskEntrance;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.source.TaskSignal;
import org.daybook.api.source.TaskSource;
import org.daybook.itests.platform.plugin.fault.Fault;
import org.daybook.itests.platform.plugin.fault.Manifest;
import org.osgi.service.component.annotations.Component;

/** A source that is polled, and has a hook and an entrance; all of them go wrong together. */
@Component
public final class TestSource implements TaskSource, InboundHook, TaskEntrance {
  private final String id = Manifest.id();
  private final String text = Manifest.text();
  private final Fault fault = Manifest.fault();

  @Override
  public String id() {
    return Manifest.idUnlessFaulty();
  }

  @Override
  public String name() {
    return id;
  }

  @Override
  public String source() {
    return id;
  }

  @Override
  public String title(Locale language) {
    return "Source " + id;
  }

  @Override
  public Optional<Duration> pollEvery() {
    return Optional.of(Duration.ofSeconds(1));
  }

  @Override
  public void poll(TaskIntake intake) throws Exception {
    fault.strike();
    intake.accept(List.of(signal("polled")));
  }

  @Override
  public HookAnswer receive(HookRequest request, TaskIntake intake) throws Exception {
    fault.strike();
    return fault == Fault.NULL ? null : HookAnswer.accepted(intake.accept(List.of(signal("sent"))));
  }

  @Override
  public TaskSignal signal(TaskRequest request, Actor author) {
    return fault == Fault.NULL ? null : signal("typed");
  }

  private TaskSignal signal(String how) {
    return TaskSignal.builder()
        .kind(SignalKind.RAISED)
        .externalId(id + "-" + how)
        .client(text)
        .title("Task of " + id + ", " + how)
        .build();
  }
}
