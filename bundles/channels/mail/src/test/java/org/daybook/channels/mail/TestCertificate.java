package org.daybook.channels.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody knows, made for one run of the tests by the JDK's keytool. */
final class TestCertificate {
  static final String PASSWORD = "changeit";

  private static TestCertificate greenMails;

  final Path keyStore;
  final Path pem;

  private TestCertificate(Path keyStore, Path pem) {
    this.keyStore = keyStore;
    this.pem = pem;
  }

  /** The one of every {@code GreenMail} here: it reads it once, before its first socket. */
  static synchronized TestCertificate ofGreenMail()
      throws IOException, InterruptedException, GeneralSecurityException {
    if (greenMails == null) {
      Path folder = Files.createTempDirectory("greenmail");
      greenMails = make(folder, "ip:127.0.0.1");
      for (Path file : List.of(folder, greenMails.keyStore, greenMails.pem)) {
        file.toFile().deleteOnExit();
      }
      System.setProperty("greenmail.tls.keystore.file", greenMails.keyStore.toString());
      System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    }
    return greenMails;
  }

  static TestCertificate make(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=Test",
                    "-ext",
                    "san=" + name,
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .inheritIO()
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool made no certificate");
    }
    Path pem = folder.resolve("server.pem");
    String body =
        Base64.getMimeEncoder().encodeToString(load(store).getCertificate("server").getEncoded());
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n",
        StandardCharsets.US_ASCII);
    return new TestCertificate(store, pem);
  }

  SSLContext serverContext() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(keyStore), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
