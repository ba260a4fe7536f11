package org.daybook.web.rest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.daybook.api.access.Actor;
import org.daybook.api.error.RefusedException;
import org.daybook.api.error.StaleVersionException;
import org.daybook.api.store.IdempotentAnswer;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;

/**
 * Makes a POST with an {@code Idempotency-Key} happen once: what it does and what it was answered
 * are stored in one transaction, and a repeat gets that answer again. Only successes are
 * remembered; after a failure nothing has happened, and the same key may try again.
 *
 * <p>Work that others get in the way of is done again: services that would do so by themselves only
 * join this transaction, and cannot.
 */
public final class Repeats {
  private static final String REPLAY = "Idempotent-Replay";
  private static final int LONGEST_KEY = 255;
  private static final int ATTEMPTS = 3;
  private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

  private final Parts parts;
  private final OldAnswers oldAnswers;

  public Repeats(Parts parts) {
    this.parts = parts;
    this.oldAnswers = new OldAnswers(parts);
  }

  /**
   * Does the work, or answers as before.
   *
   * @param work runs in the transaction; what it throws undoes everything. May run several times
   * @param storable what of an answer may be stored; secrets must not
   */
  public Answer once(
      Actor actor,
      String path,
      String key,
      byte[] body,
      Supplier<Answer> work,
      UnaryOperator<byte[]> storable) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.badField(
          "Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    String id = sha256(String.join("\n", actor.id(), path, key).getBytes(StandardCharsets.UTF_8));
    Predicate<IdempotentAnswer> same = known -> isOf(known, key, body);
    oldAnswers.forget();
    for (int attempt = 1; ; attempt++) {
      try {
        return parts
            .store()
            .inTransaction(
                actor,
                tx ->
                    before(tx, id, same)
                        .orElseGet(
                            () -> remembered(tx, id, hashOf(key, body), work.get(), storable)));
      } catch (RefusedException | StaleVersionException e) {
        // the same request may have been under way twice, and the other one won
        Optional<Answer> twin = parts.store().read(tx -> before(tx, id, same));
        if (twin.isPresent()) {
          return twin.get();
        }
        // A version that the caller saw and that is not the present one costs a few looks more.
        if (e instanceof RefusedException || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Optional<Answer> before(
      Transaction tx, String id, Predicate<IdempotentAnswer> same) {
    return tx.answerTo(id).map(known -> replay(known, same));
  }

  private Answer remembered(
      Transaction tx, String id, String hash, Answer answer, UnaryOperator<byte[]> storable) {
    if (answer.isSuccess()) {
      tx.remember(
          new IdempotentAnswer(
              id,
              hash,
              answer.status(),
              headers(answer),
              new String(storable.apply(answer.body()), StandardCharsets.UTF_8),
              parts.clock().instant()));
    }
    return answer;
  }

  private static Answer replay(IdempotentAnswer known, Predicate<IdempotentAnswer> same) {
    if (!same.test(known)) {
      throw ProblemException.of(
          422, "This Idempotency-Key was used for another request; take a new one.");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    known
        .headers()
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              headers.put(line.substring(0, colon), List.of(line.substring(colon + 2)));
            });
    return new Answer(known.status(), headers, known.body().getBytes(StandardCharsets.UTF_8))
        .withHeader(REPLAY, "true");
  }

  private static String headers(Answer answer) {
    return KEPT_HEADERS.stream()
        .flatMap(name -> answer.header(name).map(value -> name + ": " + value).stream())
        .collect(Collectors.joining("\n"));
  }

  /** Whether that was this very request; before 1.0 answers were kept without the key. */
  private static boolean isOf(IdempotentAnswer known, String key, byte[] body) {
    return known.requestHash().equals(hashOf(key, body))
        || known.requestHash().equals(sha256(body));
  }

  /** With the key, which is stored nowhere: else a short secret in a body could be guessed. */
  private static String hashOf(String key, byte[] body) {
    byte[] salt = (key + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] salted = Arrays.copyOf(salt, salt.length + body.length);
    System.arraycopy(body, 0, salted, salt.length, body.length);
    return sha256(salted);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
