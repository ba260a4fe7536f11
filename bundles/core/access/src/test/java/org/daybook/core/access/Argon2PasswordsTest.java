package org.daybook.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class Argon2PasswordsTest {
  private final Argon2Passwords passwords = new Argon2Passwords(64, 1, 1);

  @Test
  public void aHashFitsItsPasswordOnly() {
    String hash = passwords.hash("secret");
    assertThat(passwords.matches("secret", hash)).isTrue();
    assertThat(passwords.matches("Secret", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  public void theSamePasswordHasAnotherHashEachTime() {
    assertThat(passwords.hash("secret")).isNotEqualTo(passwords.hash("secret"));
  }

  @Test
  public void aHashKeepsItsParameters() {
    String strong = new Argon2Passwords(128, 2, 1).hash("secret");
    assertThat(strong).startsWith("$argon2id$v=19$m=128,t=2,p=1$");
    assertThat(passwords.matches("secret", strong)).isTrue();
  }

  @Test
  public void theRecommendedParametersAreThoseOfOwasp() {
    assertThat(Argon2Passwords.recommended().hash("secret"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  public void whatIsNoHashFitsNothing() {
    assertThat(passwords.matches("secret", "")).isFalse();
    assertThat(passwords.matches("secret", "secret")).isFalse();
    assertThat(passwords.matches("secret", "$argon2id$v=19$m=64,t=1,p=1$$")).isFalse();
  }

  /** The reference implementation's vector for Argon2id: echo -n password | argon2 somesalt -id. */
  @Test
  public void theReferenceImplementationAgrees() {
    assertThat(
            passwords.matches(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }

  @Test
  public void aHashOfNoPasswordLooksLikeAnyOther() {
    Argon2Passwords passwords = new Argon2Passwords(64, 1, 1);
    String nobodys = passwords.hashOfNoPassword();
    assertThat(nobodys).hasSameSizeAs(passwords.hash("a password"));
    assertThat(passwords.matches("", nobodys)).isFalse();
    assertThat(passwords.hashOfNoPassword()).isNotEqualTo(nobodys);
  }
}
