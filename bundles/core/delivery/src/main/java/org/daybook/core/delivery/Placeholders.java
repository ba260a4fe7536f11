package org.daybook.core.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.Mailing.CalendarPart;
import org.daybook.api.delivery.ReportLink;
import org.daybook.api.store.Store;

/**
 * What stands for the token of a link in a letter that is kept. Texts in a letter may be anybody's:
 * only links that were made for this very letter are filled in.
 */
final class Placeholders {
  private static final Pattern LINK = Pattern.compile("\\{link:([A-Za-z0-9-]{1,64})\\}");

  private final Store store;
  private final LinkKey key;

  Placeholders(Store store, LinkKey key) {
    this.store = store;
    this.key = key;
  }

  static String of(String linkId) {
    return "{link:" + linkId + "}";
  }

  /** The letter as it is sent. */
  Letter filled(Letter letter, String letterKey) {
    return new Letter(
        letter.messageId(),
        letter.date(),
        letter.from(),
        letter.to(),
        letter.replyTo(),
        letter.references(),
        letter.subject(),
        filled(letter.text(), letterKey),
        filled(letter.html(), letterKey),
        letter.inlines(),
        letter.attachments(),
        letter
            .calendar()
            .map(part -> new CalendarPart(part.method(), filled(part.content(), letterKey))),
        letter.language());
  }

  private String filled(String text, String letterKey) {
    return LINK.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    link(found.group(1), letterKey)
                        .map(link -> key.tokenOf(link.id()))
                        .orElse(found.group())));
  }

  private Optional<ReportLink> link(String id, String letterKey) {
    return store
        .read(tx -> tx.reportLinks().find(id))
        .filter(link -> link.deliveryId().equals(Links.carrier(letterKey)));
  }
}
