package org.daybook.channels.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts Java's own certificate authorities and those in a file, such as a company's own. */
final class Trust {
  private Trust() {}

  /**
   * @param pid of the configuration that names the file
   * @param file certificates in PEM, one after another
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static SSLSocketFactory withCertificatesOf(String pid, Path file) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate certificate : javasOwn()) {
        trusted.setCertificateEntry("java-" + number++, certificate);
      }
      for (Certificate certificate : in(file)) {
        trusted.setCertificateEntry("file-" + number++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(trusted), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          pid + ": trustedCertificates " + file + " cannot be used: " + e, e);
    }
  }

  private static Collection<? extends Certificate> in(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IOException("there is no certificate in it");
      }
      return certificates;
    }
  }

  private static Collection<X509Certificate> javasOwn() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager authorities) {
        return java.util.List.of(authorities.getAcceptedIssuers());
      }
    }
    return java.util.List.of();
  }

  private static TrustManager[] managers(KeyStore trusted) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory.getTrustManagers();
  }
}
