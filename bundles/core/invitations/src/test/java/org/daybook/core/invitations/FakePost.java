package org.daybook.core.invitations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daybook.api.delivery.Mailing;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.api.delivery.Post;
import org.daybook.testkit.Examples;
import org.daybook.testkit.InMemoryStore;

/** Keeps letters in the store, as the real one does, and remembers what they were made of. */
final class FakePost implements Post {
  final Map<String, Mailing> mailings = new LinkedHashMap<>();

  private final InMemoryStore store;

  FakePost(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public void send(Mailing mailing) {
    store.inTransaction(
        Examples.ADMIN,
        tx ->
            tx.letters()
                .insert(
                    OutgoingLetter.builder()
                        .from(Examples.outgoingLetter())
                        .id(tx.newId())
                        .key(mailing.key())
                        .recipient(mailing.to().address())
                        .subject(mailing.subject())
                        .build()));
    mailings.put(mailing.key(), mailing);
  }

  @Override
  public String addressOf(String path) {
    return "https://reports.service.test" + path;
  }

  List<Mailing> all() {
    return List.copyOf(mailings.values());
  }

  Mailing last() {
    return all().get(mailings.size() - 1);
  }
}
