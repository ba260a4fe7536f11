package org.daybook.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

public class ReasonsTest {
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("550 5.1.1 <user>: Recipient address rejected: User unknown", "noMailbox"),
          Map.entry("550-5.1.1 The email account that you tried to reach does not", "noMailbox"),
          Map.entry("smtp; 550 5.1.2 unrouteable domain", "noDomain"),
          Map.entry("5.1.3", "badAddress"),
          Map.entry("551 5.1.6 moved", "moved"),
          Map.entry("553 5.1.8 sender", "sender"),
          Map.entry("556 5.1.10 Null MX", "noMailDomain"),
          Map.entry("5.1.99 something about addresses", "badAddress"),
          Map.entry("550 5.2.1 The account is disabled", "disabled"),
          Map.entry("552 5.2.2 mailbox full", "full"),
          Map.entry("452 4.2.2 over quota", "full"),
          Map.entry("552 5.2.3 too long", "tooBig"),
          Map.entry("5.2.0", "mailbox"),
          Map.entry("452 4.3.1 no space", "full"),
          Map.entry("552 5.3.4 Message size exceeds fixed limit", "tooBig"),
          Map.entry("451 4.3.0 trouble", "system"),
          Map.entry("4.4.1 no answer from host", "noAnswer"),
          Map.entry("5.4.4 Host not found", "noRoute"),
          Map.entry("5.4.6 routing loop", "loop"),
          Map.entry("5.4.7 expired", "tooLong"),
          Map.entry("503 5.5.1 bad sequence", "protocol"),
          Map.entry("5.6.0 cannot convert", "content"),
          Map.entry("535 5.7.8 authentication failed", "login"),
          Map.entry("550-5.7.26 This mail is unauthenticated", "unproven"),
          Map.entry("550 5.7.28 too much", "tooMany"),
          Map.entry("554 5.7.1 Service unavailable; Client host blocked", "policy"),
          Map.entry("550 5.7.999 local rule", "policy"),
          Map.entry("550 spam is not wanted here", "refused"),
          Map.entry("552 quota", "full"),
          Map.entry("421 busy", "notNow"),
          Map.entry("Connection refused by 5.1.1.20 port 25", "other"),
          Map.entry("Version 2.1.1.7", "other"),
          Map.entry("", "other"),
          Map.entry("no idea", "other"),
          // The code that says nothing does not hide the one that does.
          Map.entry("5.0.0 (550 5.1.1 unknown)", "noMailbox"));

  @Test
  public void everyCodeHasAPlainReason() {
    SAID.forEach((said, reason) -> assertThat(Reasons.of(said)).as(said).isEqualTo(reason));
  }

  @Test
  public void whatDidNotSayNoForGoodWasGivenUp() {
    assertThat(Reasons.ofFailure("451 4.3.0 come again", 80)).isEqualTo(Reasons.GAVE_UP);
    assertThat(Reasons.ofFailure("450 come again", 80)).isEqualTo(Reasons.GAVE_UP);
    assertThat(Reasons.ofFailure("Connection refused by 5.1.1.20 port 25", 80))
        .isEqualTo(Reasons.GAVE_UP);
    assertThat(Reasons.ofFailure("550 5.1.1 no such user", 80)).isEqualTo("noMailbox");
    assertThat(Reasons.ofFailure("554 5.7.1 (450 before)", 2)).isEqualTo("policy");
    assertThat(Reasons.ofFailure("550 5.1.1 no such user", 1)).isEqualTo("noMailbox");
    assertThat(Reasons.ofFailure("The address cannot be written to.", 1)).isEqualTo(Reasons.OTHER);
    assertThat(Reasons.ofFailure("Not sent: nobody asks for it.", 3)).isEqualTo(Reasons.OTHER);
  }

  @Test
  public void everyReasonHasWordsInBothLanguages() throws IOException {
    Properties russian = words("ru");
    Properties english = words("en");
    assertThat(russian.keySet()).isEqualTo(english.keySet());
    Set<String> reasons = new TreeSet<>(SAID.values());
    reasons.add(Reasons.GAVE_UP);
    for (String reason : reasons) {
      assertThat(russian.getProperty("reason." + reason)).as(reason).isNotBlank();
      assertThat(english.getProperty("reason." + reason)).as(reason).isNotBlank();
    }
    long written =
        russian.keySet().stream().filter(key -> key.toString().startsWith("reason.")).count();
    assertThat(written).isEqualTo(reasons.size());
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
