package org.daybook.shell.completion;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.store.LetterQuery;
import org.daybook.api.store.PageRequest;
import org.daybook.shell.Platform;

/** Completes ids of the latest letters that are no reports. */
@Service
public final class LetterIds extends StoredNames {
  private static final PageRequest LATEST = new PageRequest(50, Optional.empty(), true);

  @Override
  List<String> names(Platform platform) {
    return platform.read(
        tx ->
            tx.letters().list(LetterQuery.everything(), LATEST).items().stream()
                .map(OutgoingLetter::id)
                .toList());
  }
}
