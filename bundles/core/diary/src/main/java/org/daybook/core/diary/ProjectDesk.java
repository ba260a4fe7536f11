package org.daybook.core.diary;

import java.time.Instant;
import org.daybook.api.diary.Project;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.Transaction;

/** Work on projects in one transaction. */
final class ProjectDesk {

  private final Transaction tx;

  ProjectDesk(Transaction tx) {
    this.tx = tx;
  }

  Project add(Project draft, Instant now) {
    Input input = texts(draft);
    if (tx.clients().find(draft.clientId()).isEmpty()) {
      input.wrong("clientId", "there is no client " + draft.clientId());
    }
    input.throwIfWrong();
    return tx.projects().insert(draft.toBuilder().id(tx.newId()).createdAt(now).version(0).build());
  }

  Project change(Project changed) {
    Project stored =
        tx.projects()
            .findForUpdate(changed.id())
            .orElseThrow(() -> new NotFoundException("project", changed.id()));
    Input input = texts(changed);
    if (!changed.clientId().equals(stored.clientId())) {
      input.wrong("clientId", "a project cannot move to another client");
    }
    input.throwIfWrong();
    if (changed.version() != stored.version()) {
      throw new StaleVersionException("project", stored.id());
    }
    Project next = changed.toBuilder().createdAt(stored.createdAt()).build();
    return next.equals(stored) ? stored : tx.projects().update(next);
  }

  private static Input texts(Project project) {
    return new Input()
        .required("title", project.title(), Input.MAX_TITLE)
        .optional("description", project.description(), Input.MAX_TEXT);
  }
}
