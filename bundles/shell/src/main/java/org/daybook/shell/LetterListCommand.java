package org.daybook.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.DeliveryState;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.PageRequest;

/** {@code daybook:letter-list}. */
@Service
@Command(
    scope = "daybook",
    name = "letter-list",
    description = "Lists letters that are no reports, the newest first")
public final class LetterListCommand extends ListCommand<OutgoingLetter> {
  @Option(name = "--state", description = "Only in this state")
  DeliveryState state;

  @Option(name = "--recipient", description = "Only to this address")
  String recipient;

  @Override
  List<OutgoingLetter> rows(Platform platform) {
    LetterQuery.Builder query = LetterQuery.builder().recipient(Optional.ofNullable(recipient));
    if (state != null) {
      query.states(EnumSet.of(state));
    }
    PageRequest newest = new PageRequest(MOST, Optional.empty(), true);
    return platform.read(tx -> tx.letters().list(query.build(), newest).items());
  }

  @Override
  Listing<OutgoingLetter> listing(Platform platform) {
    return new Listing<OutgoingLetter>()
        .column("id", OutgoingLetter::id)
        .column("recipient", OutgoingLetter::recipient)
        .column("subject", OutgoingLetter::subject)
        .column("channel", OutgoingLetter::channel)
        .column("state", OutgoingLetter::state)
        .column("stateAt", OutgoingLetter::stateAt)
        .column("attempts", OutgoingLetter::attempts)
        .column("nextAttemptAt", OutgoingLetter::nextAttemptAt)
        .column("sentAt", OutgoingLetter::sentAt)
        .column("lastAnswer", OutgoingLetter::lastAnswer);
  }
}
