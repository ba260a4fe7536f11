package org.daybook.sources.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.daybook.api.access.Actor;
import org.daybook.api.error.ForbiddenException;
import org.daybook.api.source.TaskRequest;
import org.daybook.testkit.Examples;
import org.daybook.testkit.TaskEntranceContract;
import org.junit.Test;

public class RemoteEntranceTest extends TaskEntranceContract {
  @Override
  protected RemoteEntrance createEntrance() {
    return new RemoteEntrance();
  }

  @Override
  protected Actor author() {
    return Examples.SUPPORT;
  }

  @Test
  public void managersPassRequestsOnToo() {
    assertThat(createEntrance().signal(validRequest(), Examples.MANAGER).title())
        .isEqualTo("Настроить принтер в приёмной");
  }

  @Test
  public void anEngineerWritesDownWhatIsTheirsOnly() {
    TaskRequest own = validRequest().toBuilder().engineerId(Examples.ENGINEER_ID).build();
    assertThat(createEntrance().signal(own, Examples.ENGINEER).engineerId())
        .contains(Examples.ENGINEER_ID);
    TaskRequest others = own.toBuilder().engineerId("staff-other").build();
    assertThatThrownBy(() -> createEntrance().signal(others, Examples.ENGINEER))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  public void othersPassNothingOn() {
    assertThatThrownBy(() -> createEntrance().signal(validRequest(), Examples.ENGINEER))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> createEntrance().signal(validRequest(), Examples.SPECIALIST))
        .isInstanceOf(ForbiddenException.class);
  }
}
