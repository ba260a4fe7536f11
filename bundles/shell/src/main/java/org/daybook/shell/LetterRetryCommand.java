package org.daybook.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.PostOffice;
import org.daybook.shell.completion.LetterIds;

/** {@code daybook:letter-retry}. */
@Service
@Command(scope = "daybook", name = "letter-retry", description = "Tries a letter again now")
public final class LetterRetryCommand extends DaybookCommand {
  @Argument(name = "letter", required = true, description = "Id of the letter")
  @Completion(LetterIds.class)
  String letter;

  @Override
  protected void run(Platform platform) {
    OutgoingLetter queued =
        platform.with(PostOffice.class, office -> office.retry(actor(), letter));
    say(queued.recipient() + ": " + queued.state());
  }
}
