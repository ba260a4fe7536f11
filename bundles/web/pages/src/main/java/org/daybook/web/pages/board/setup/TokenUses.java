package org.daybook.web.pages.board.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybook.api.delivery.Post;

/** Where a token may be sent, each with a command (curl) that tries it out. */
final class TokenUses {
  private static final String HOOK = "hook:";

  /** Of no client that there is: it waits on the board, and becomes nobody's task. */
  private static final String SIGNAL =
      "{\"externalId\":\"test-1\",\"kind\":\"RAISED\",\"client\":\"test\",\"title\":\"Test\"}";

  private final Post post;
  private final String secret;

  private TokenUses(Post post, String secret) {
    this.post = post;
    this.secret = secret;
  }

  /** By address; a token for all hooks is tried out on that of any script. */
  static List<SecretView.Use> of(Post post, Set<String> scopes, String secret) {
    TokenUses uses = new TokenUses(post, secret);
    return scopes.stream().sorted().flatMap(scope -> uses.of(scope).stream()).toList();
  }

  private Optional<SecretView.Use> of(String scope) {
    if (scope.equals("metrics")) {
      return Optional.of(use("/metrics", ""));
    }
    if (!scope.startsWith(HOOK)) {
      return Optional.empty();
    }
    String name = scope.substring(HOOK.length()).replace("*", "signal");
    String body = name.equals("signal") ? "'" + SIGNAL + "'" : "@message.json";
    return Optional.of(use("/hooks/" + name, " -H \"Content-Type: application/json\" -d " + body));
  }

  private SecretView.Use use(String path, String rest) {
    String address = post.addressOf(path);
    return new SecretView.Use(
        address, "curl -H \"Authorization: Bearer " + secret + "\"" + rest + " " + address);
  }
}
