package org.daybook.web.pages.board.deliveries;

import java.util.List;
import java.util.Optional;
import org.daybook.api.delivery.OutgoingLetter;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Details;
import org.daybook.web.pages.board.Facts;
import org.daybook.web.pages.board.Look;
import org.daybook.web.pages.board.Tried;
import org.daybook.web.pages.board.Words;

/** The page about a letter that is no report; not what it says. */
final class LetterPage {
  private LetterPage() {}

  static DetailView of(Look look, String id, String root, Tried tried) {
    OutgoingLetter letter = Details.require(look.tx().letters().find(id), found -> true);
    Words words = look.words().of(LetterPage.class);
    return new DetailView(
            words.get("letter"),
            letter.subject(),
            words.get("delivery." + letter.state()),
            Details.tone(letter.state()),
            "",
            new Facts(look.in(words), "")
                .add("fact.recipient", letter.recipient())
                .add("fact.channel", words.getOr("channel." + letter.channel(), letter.channel()))
                .add("fact.went", Went.of(words, letter.channel(), letter.state()))
                .small("fact.answered.server", letter.lastAnswer())
                .add("fact.attempts", String.valueOf(letter.attempts()))
                .moment("fact.queued", Optional.of(letter.queuedAt()))
                .moment("fact.firstTried", letter.firstTriedAt())
                .moment("fact.nextAttempt", letter.nextAttemptAt())
                .moment("fact.sent", letter.sentAt())
                .person("fact.overseer", letter.overseerId())
                .all(),
            List.of(),
            Details.notices("/board/letters/" + id, look, root))
        .withActions(
            PostActions.of(
                look,
                root,
                tried,
                "letters",
                id,
                letter.state(),
                letter.version(),
                CarriedLink.isOpen(look, letter)));
  }
}
