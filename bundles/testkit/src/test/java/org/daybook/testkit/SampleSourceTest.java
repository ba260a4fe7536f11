package org.daybook.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.daybook.api.source.TaskIntake;
import org.daybook.api.source.TaskSource;

/** That a small source can keep the contract. */
public class SampleSourceTest extends TaskSourceContract {
  @Override
  protected TaskSource createSource() {
    return new OneSignalSource();
  }

  private static final class OneSignalSource implements TaskSource {
    @Override
    public String id() {
      return "one-signal";
    }

    @Override
    public String title(Locale language) {
      return language.getLanguage().equals("ru") ? "Один сигнал" : "One signal";
    }

    @Override
    public Optional<Duration> pollEvery() {
      return Optional.of(Duration.ofMinutes(1));
    }

    @Override
    public void poll(TaskIntake intake) {
      intake.accept(List.of(Examples.signal()));
    }
  }
}
