package org.daybook.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.job.Job;
import org.daybook.api.job.JobHandler;
import org.daybook.api.job.JobOutcome;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

public class HandlerRegistryTest {
  private final HandlerRegistry registry = new HandlerRegistry();

  @Test
  public void aHandlerIsFetchedWhenItIsNeededAndGivenBackWhenItGoes() {
    Service report = new Service("report");
    registry.add(report);
    assertThat(report.uses).hasValue(0);

    assertThat(registry.find("report")).containsInstanceOf(Handler.class);
    assertThat(registry.find("report")).isPresent();
    assertThat(registry.find("delivery")).isEmpty();
    assertThat(report.uses).hasValue(1);

    registry.remove(report);
    assertThat(report.uses).hasValue(0);
    assertThat(registry.find("report")).isEmpty();
  }

  @Test
  public void aHandlerThatCannotBeFetchedYetIsNotThere() {
    Service absent = new Service(null);
    registry.add(absent);
    registry.add(new Service("report"));

    assertThat(registry.find("report")).isPresent();
  }

  private record Handler(String type) implements JobHandler {
    @Override
    public JobOutcome run(Job job) {
      return JobOutcome.finished();
    }
  }

  private static final class Service implements ComponentServiceObjects<JobHandler> {
    final AtomicInteger uses = new AtomicInteger();
    private final String type;

    @SuppressWarnings("unchecked")
    private final ServiceReference<JobHandler> reference =
        (ServiceReference<JobHandler>)
            Proxy.newProxyInstance(
                Service.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) ->
                    method.getName().equals("equals") ? proxy == arguments[0] : null);

    Service(String type) {
      this.type = type;
    }

    @Override
    public JobHandler getService() {
      if (type == null) {
        return null;
      }
      uses.incrementAndGet();
      return new Handler(type);
    }

    @Override
    public void ungetService(JobHandler service) {
      uses.decrementAndGet();
    }

    @Override
    public ServiceReference<JobHandler> getServiceReference() {
      return reference;
    }
  }
}
