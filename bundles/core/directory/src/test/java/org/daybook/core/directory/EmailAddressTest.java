package org.daybook.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class EmailAddressTest {
  @Test
  public void addressesOfPeopleAreValid() {
    for (String address :
        List.of(
            "anna@romashka.test",
            "anna.l+reports@mail.romashka.test",
            "o'brien@example.com",
            "a@b.co",
            "x".repeat(64) + "@example.org",
            "anna@xn--80aswg.test")) {
      assertThat(EmailAddress.isValid(address)).as(address).isTrue();
    }
  }

  @Test
  public void whatIsNoAddressOrAnAttackIsNot() {
    for (String address :
        List.of(
            "",
            "anna",
            "@romashka.test",
            "anna@",
            "anna@romashka",
            "anna@@romashka.test",
            "anna@romashka..test",
            ".anna@romashka.test",
            "anna.@romashka.test",
            "an..na@romashka.test",
            "anna@-romashka.test",
            "anna@romashka-.test",
            "anna l@romashka.test",
            "\"anna l\"@romashka.test",
            "anna@[127.0.0.1]",
            "анна@romashka.test",
            "anna@ромашка.test",
            "Anna <anna@romashka.test>",
            "anna@romashka.test,boris@romashka.test",
            "anna@romashka.test\r\nBcc: boris@romashka.test",
            "anna@romashka.test\n",
            "x".repeat(65) + "@example.org",
            "anna@" + "x".repeat(64) + ".test",
            "anna@" + "romashka.".repeat(30) + "test")) {
      assertThat(EmailAddress.isValid(address)).as(address).isFalse();
    }
  }
}
