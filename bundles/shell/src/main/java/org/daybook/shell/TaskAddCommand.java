package org.daybook.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.source.Intake;
import org.daybook.api.source.TaskRequest;
import org.daybook.api.task.Priority;
import org.daybook.api.task.Task;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:task-add}. */
@Service
@Command(scope = "daybook", name = "task-add", description = "Sets a task, as a manager does")
public final class TaskAddCommand extends DaybookCommand {
  @Option(name = "--client", required = true, description = "The client's code")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--title", required = true, description = "What is to be done")
  String title;

  @Option(name = "--description", description = "More of that")
  String description;

  @Option(name = "--asset", description = "Hostname or inventory number of the equipment")
  String asset;

  @Option(name = "--visit", description = "The visit it is for (id)")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--priority", description = "LOW, NORMAL, HIGH or URGENT")
  Priority priority;

  @Option(name = "--due", description = "Until when, such as 2026-11-23T18:00:00+03:00")
  String due;

  @Override
  protected void run(Platform platform) {
    TaskRequest request =
        TaskRequest.builder()
            .client(client)
            .title(title)
            .description(Optional.ofNullable(description))
            .asset(Optional.ofNullable(asset))
            .visitId(Optional.ofNullable(visit))
            .priority(Optional.ofNullable(priority))
            .dueAt(Moments.parse("--due", due))
            .build();
    Task task = platform.with(Intake.class, intake -> intake.submit("managers", request, actor()));
    out().println(task.id());
  }
}
