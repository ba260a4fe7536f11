package org.daybook.core.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daybook.api.delivery.Letter;
import org.daybook.api.delivery.LetterWriter;
import org.daybook.api.error.InvalidInputException;

/** Remembers the letters; its messages are what a letter says of itself. */
final class RecordingWriter implements LetterWriter {
  final List<Letter> letters = new CopyOnWriteArrayList<>();

  @Override
  public byte[] write(Letter letter) {
    if (letter.to().address().equals("no address")) {
      throw new InvalidInputException("to.address", "is not an e-mail address");
    }
    letters.add(letter);
    return String.join("|", letter.messageId(), letter.date().toString(), letter.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  Letter last() {
    return letters.get(letters.size() - 1);
  }
}
