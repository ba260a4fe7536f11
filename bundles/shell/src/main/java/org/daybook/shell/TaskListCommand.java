package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.store.PageRequest;
import org.daybook.api.store.TaskQuery;
import org.daybook.api.task.Task;
import org.daybook.api.task.TaskState;
import org.daybook.shell.completion.ClientCodes;
import org.daybook.shell.completion.VisitIds;

/** {@code daybook:task-list}. */
@Service
@Command(scope = "daybook", name = "task-list", description = "Lists tasks, the newest first")
public final class TaskListCommand extends ListCommand<Task> {
  @Option(name = "--client", description = "Only of this client (code)")
  @Completion(ClientCodes.class)
  String client;

  @Option(name = "--visit", description = "Only on this visit (id)")
  @Completion(VisitIds.class)
  String visit;

  @Option(name = "--source", description = "Only from this source")
  String source;

  @Option(name = "--state", description = "Only in this state")
  TaskState state;

  @Override
  List<Task> rows(Platform platform) {
    TaskQuery.Builder query = TaskQuery.builder();
    if (client != null) {
      query.clientId(Names.clientId(platform, client));
    }
    query.visitId(Optional.ofNullable(visit)).source(Optional.ofNullable(source));
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.tasks().list(query.build(), newest).items());
  }

  @Override
  Listing<Task> listing(Platform platform) {
    Map<String, String> codes = Names.clientCodes(platform);
    return new Listing<Task>()
        .column("id", Task::id)
        .column("client", task -> codes.get(task.clientId()))
        .column("source", Task::source)
        .column("state", Task::state)
        .column("priority", Task::priority)
        .column("title", Task::title)
        .column("dueAt", Task::dueAt)
        .column("visit", Task::visitId);
  }
}
