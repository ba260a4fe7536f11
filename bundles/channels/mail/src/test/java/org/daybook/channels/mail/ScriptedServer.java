package org.daybook.channels.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers what it is told to: anything, nothing, or by hanging up. */
final class ScriptedServer implements AutoCloseable {
  /** Instead of a reply: say nothing more. */
  static final String STALL = "stall";

  /** Instead of a reply: close the connection. */
  static final String CUT = "cut";

  /** The key of the greeting. */
  static final String GREETING = "greeting";

  /** The key of the reply to a message, after its last line. */
  static final String MESSAGE = "message";

  final List<String> commands = new CopyOnWriteArrayList<>();
  final List<byte[]> messages = new CopyOnWriteArrayList<>();

  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final SSLContext tls;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * @param tls for STARTTLS; null for a server that cannot do it
   */
  ScriptedServer(SSLContext tls) throws IOException {
    this.tls = tls;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    replies.putAll(
        Map.of(
            GREETING,
            "220 test ESMTP",
            "MAIL",
            "250 sender fine",
            "RCPT",
            "250 recipient fine",
            "DATA",
            "354 go ahead",
            MESSAGE,
            "250 2.0.0 taken as 4711",
            "AUTH",
            "235 welcome",
            "RSET",
            "250 fine",
            "QUIT",
            "221 bye"));
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void reply(String to, String with) {
    replies.put(to, with);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : open) {
      each.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk(client, true);
    } catch (IOException e) {
      // Hung up, by either side: what the test wanted.
    }
  }

  private void talk(Socket client, boolean greet) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    if (greet && !say(out, in, replies.get(GREETING))) {
      return;
    }
    for (String line = line(in); line != null; line = line(in)) {
      commands.add(line);
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      if (verb.equals("STARTTLS") && tls != null) {
        say(out, in, "220 go ahead");
        SSLSocket secured =
            (SSLSocket)
                tls.getSocketFactory()
                    .createSocket(client, client.getInetAddress().getHostName(), 0, true);
        secured.setUseClientMode(false);
        talk(secured, false);
        return;
      }
      String reply = verb.equals("EHLO") ? extensions(client) : replies.get(verb);
      if (!say(out, in, reply == null ? "502 what?" : reply)) {
        return;
      }
      if (verb.equals("DATA") && reply != null && reply.startsWith("354")) {
        messages.add(message(in));
        if (!say(out, in, replies.get(MESSAGE))) {
          return;
        }
      }
    }
  }

  private String extensions(Socket client) {
    String starttls = tls != null && !(client instanceof SSLSocket) ? "250-STARTTLS\r\n" : "";
    return "250-test\r\n" + starttls + "250-AUTH PLAIN LOGIN\r\n250 8BITMIME";
  }

  private static boolean say(OutputStream out, InputStream in, String reply) throws IOException {
    if (reply.equals(CUT)) {
      return false;
    }
    if (reply.equals(STALL)) {
      // Until the other side gives up.
      while (in.read() >= 0) {}
      return false;
    }
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return true;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(b);
    }
    return null;
  }

  /** Up to the lone dot, without the dots that were added (RFC 5321, section 4.5.2). */
  private static byte[] message(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 3 && bytes[0] == '.') {
          return message.toByteArray();
        }
        int stuffed = bytes[0] == '.' ? 1 : 0;
        message.write(bytes, stuffed, bytes.length - stuffed);
      }
    }
    throw new IOException("cut in the middle of a message");
  }
}
