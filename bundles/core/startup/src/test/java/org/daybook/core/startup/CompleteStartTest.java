package org.daybook.core.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

public class CompleteStartTest {
  @Rule public final TemporaryFolder data = new TemporaryFolder();

  private final Levels levels = new Levels();
  private Path file;
  private Word word;

  @Before
  public void nothingIsSaid() {
    file = data.getRoot().toPath().resolve(CompleteStart.FILE);
    word = new Word(Optional.of(file));
  }

  @Test
  public void leavesWordWhenTheLevelIsReached() throws IOException {
    levels.current = 80;
    new CompleteStart(levels, "100", word).goAhead();
    assertThat(file).doesNotExist();
    levels.tell(FrameworkEvent.ERROR);
    assertThat(file).doesNotExist();
    levels.tell(FrameworkEvent.STARTLEVEL_CHANGED);
    assertThat(Files.readString(file)).isNotBlank();
  }

  @Test
  public void goesUpToTheLevel() {
    levels.current = 80;
    new CompleteStart(levels, "100", word).goAhead();
    assertThat(levels.current).isEqualTo(100);
  }

  @Test
  public void goesUpWhileTheFirstPartOfTheStartIsUnderWay() {
    levels.current = 26;
    new CompleteStart(levels, " 100 ", word).goAhead();
    assertThat(levels.current).isEqualTo(100);
  }

  @Test
  public void neverGoesDown() {
    levels.current = 110;
    new CompleteStart(levels, "100", word).goAhead();
    assertThat(levels.current).isEqualTo(110);
  }

  @Test
  public void leavesAloneWhatNobodyAskedItToComplete() {
    levels.current = 80;
    CompleteStart start = new CompleteStart(levels, null, word);
    start.goAhead();
    assertThat(start.isWanted()).isFalse();
    assertThat(levels.current).isEqualTo(80);
  }

  @Test
  public void leavesAloneWhatIsNoNumber() {
    levels.current = 80;
    new CompleteStart(levels, "all", word).goAhead();
    assertThat(levels.current).isEqualTo(80);
  }

  private static final class Levels implements FrameworkStartLevel {
    private int current;
    private List<FrameworkListener> told = List.of();

    @Override
    public int getStartLevel() {
      return current;
    }

    @Override
    public void setStartLevel(int level, FrameworkListener... listeners) {
      current = level;
      told = List.of(listeners);
    }

    void tell(int type) {
      told.forEach(each -> each.frameworkEvent(new FrameworkEvent(type, this)));
    }

    @Override
    public int getInitialBundleStartLevel() {
      return 80;
    }

    @Override
    public void setInitialBundleStartLevel(int level) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Bundle getBundle() {
      throw new UnsupportedOperationException();
    }
  }
}
