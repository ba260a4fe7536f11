package org.daybook.core.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.daybook.api.dispute.DisputeAction;
import org.daybook.api.dispute.DisputeAction.Answer;
import org.daybook.api.dispute.DisputeAction.ProposePenalty;
import org.daybook.api.dispute.DisputeAction.Reject;
import org.daybook.api.dispute.DisputeAction.Uphold;
import org.daybook.api.dispute.DisputeAction.WaivePenalty;
import org.daybook.api.dispute.DisputeAction.Withdraw;
import org.daybook.api.dispute.DisputeRequest;
import org.daybook.api.dispute.Penalty;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;

/** What people write about disputes, checked as a whole, so that all that is wrong is told. */
final class DisputeInput {
  private static final int MAX_EXTERNAL_ID = 100;
  private static final int MAX_TITLE = 200;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_DIGITS = 12;
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final List<FieldError> errors = new ArrayList<>();

  private DisputeInput() {}

  /** A request that can be stored. */
  static DisputeRequest checked(DisputeRequest request) {
    DisputeInput input = new DisputeInput();
    String externalId = input.required("externalId", request.externalId(), MAX_EXTERNAL_ID);
    String title = input.required("title", request.title(), MAX_TITLE);
    String text = input.optional("text", request.text());
    input.throwIfWrong();
    return new DisputeRequest(externalId, title, text);
  }

  /** An action that can be stored. */
  static DisputeAction checked(DisputeAction action) {
    DisputeInput input = new DisputeInput();
    DisputeAction checked = input.check(action);
    input.throwIfWrong();
    return checked;
  }

  private DisputeAction check(DisputeAction action) {
    if (action instanceof Answer answer) {
      return new Answer(required("text", answer.text(), MAX_TEXT));
    } else if (action instanceof Uphold uphold) {
      return new Uphold(required("outcome", uphold.outcome(), MAX_TEXT));
    } else if (action instanceof Reject reject) {
      return new Reject(required("outcome", reject.outcome(), MAX_TEXT));
    } else if (action instanceof Withdraw withdraw) {
      return new Withdraw(required("reason", withdraw.reason(), MAX_TEXT));
    } else if (action instanceof WaivePenalty waive) {
      return new WaivePenalty(required("reason", waive.reason(), MAX_TEXT));
    } else if (action instanceof ProposePenalty penalty) {
      return check(penalty);
    }
    return action;
  }

  private ProposePenalty check(ProposePenalty penalty) {
    if (penalty.kind() == null) {
      wrong("kind", "is required");
    }
    Optional<BigDecimal> amount = penalty.amount();
    Optional<Currency> currency = penalty.currency().flatMap(this::currency);
    amount.ifPresent(sum -> check(sum, penalty.kind(), currency));
    if (amount.isPresent() && penalty.currency().isEmpty()) {
      wrong("currency", "is required beside an amount");
    }
    if (amount.isEmpty() && penalty.currency().isPresent()) {
      wrong("currency", "is only for an amount");
    }
    String note =
        amount.isPresent()
            ? optional("note", penalty.note())
            : required("note", penalty.note(), MAX_TEXT);
    return new ProposePenalty(
        penalty.kind(), amount, currency.map(Currency::getCurrencyCode), note);
  }

  private void check(BigDecimal amount, Penalty.Kind kind, Optional<Currency> currency) {
    if (kind != null && kind != Penalty.Kind.DEDUCTION) {
      wrong("amount", "is only for a DEDUCTION");
    } else if (amount.signum() <= 0) {
      wrong("amount", "must be more than 0");
    } else if ((long) amount.precision() - amount.scale() > MAX_DIGITS) {
      wrong("amount", "must have at most " + MAX_DIGITS + " digits before the point");
    } else {
      int decimals = currency.map(Currency::getDefaultFractionDigits).orElse(MAX_DIGITS);
      if (amount.scale() > decimals) {
        wrong("amount", "must have at most " + decimals + " digits after the point");
      }
    }
  }

  /** A currency that money can be paid in; ISO 4217 has codes for gold and for tests as well. */
  private Optional<Currency> currency(String code) {
    Optional<Currency> known =
        Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getCurrencyCode().equals(code))
            .filter(each -> each.getDefaultFractionDigits() >= 0)
            .findFirst();
    if (known.isEmpty()) {
      wrong("currency", "must be an ISO 4217 code, such as RUB");
    }
    return known;
  }

  private String required(String field, String text, int maxLength) {
    if (text == null || text.isBlank()) {
      wrong(field, "is required");
      return "";
    }
    return atMost(field, text, maxLength);
  }

  private String optional(String field, String text) {
    return text == null ? "" : atMost(field, text, MAX_TEXT);
  }

  private String atMost(String field, String text, int maxLength) {
    if (text.length() > maxLength) {
      wrong(field, "must have at most " + maxLength + " characters, has " + text.length());
    } else if (UNSTORABLE.matcher(text).find()) {
      wrong(field, "has a character that cannot be stored");
    }
    return text.strip();
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  private void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
