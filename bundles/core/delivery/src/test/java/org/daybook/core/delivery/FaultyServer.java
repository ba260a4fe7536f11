package org.daybook.core.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server that misbehaves in one way until it is mended. */
final class FaultyServer implements AutoCloseable {
  /** Ways to misbehave. */
  enum Fault {
    NONE,
    /** 451 to the recipient. */
    PUTS_OFF,
    /** 550 to the recipient. */
    REFUSES,
    /** 421 to the sender, and gone. */
    SHUTS_DOWN,
    /** Takes the message and says nothing more. */
    STALLS,
    /** Takes the message and hangs up before it says so. */
    CUTS_AFTER_DATA,
    /** Hangs up before the greeting. */
    NO_GREETING,
    /** Offers TLS and speaks nonsense. */
    BROKEN_TLS
  }

  /** What was received whole, whether or not we said so. */
  final List<String> received = new CopyOnWriteArrayList<>();

  volatile Fault fault = Fault.NONE;

  private final ServerSocket socket;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FaultyServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
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
      talk(client);
    } catch (IOException e) {
      // Hung up, by either side: what the test wanted.
    }
  }

  private void talk(Socket client) throws IOException {
    if (fault == Fault.NO_GREETING) {
      return;
    }
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 test");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
        case "EHLO" ->
            say(out, fault == Fault.BROKEN_TLS ? "250-test\r\n250 STARTTLS" : "250 test");
        case "STARTTLS" -> say(out, "220 go ahead\r\nthis is no TLS at all");
        case "MAIL" -> {
          if (fault == Fault.SHUTS_DOWN) {
            say(out, "421 4.3.2 shutting down");
            return;
          }
          say(out, "250 fine");
        }
        case "RCPT" -> say(out, recipient());
        case "DATA" -> {
          say(out, "354 go ahead");
          received.add(message(in));
          if (!acknowledged(out, in)) {
            return;
          }
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 fine");
      }
    }
  }

  private String recipient() {
    return switch (fault) {
      case PUTS_OFF -> "451 4.7.1 come again";
      case REFUSES -> "550 5.1.1 no such user";
      default -> "250 fine";
    };
  }

  private boolean acknowledged(OutputStream out, BufferedReader in) throws IOException {
    if (fault == Fault.CUTS_AFTER_DATA) {
      return false;
    }
    if (fault == Fault.STALLS) {
      // Until the other side gives up.
      while (in.read() >= 0) {}
      return false;
    }
    say(out, "250 2.0.0 taken");
    return true;
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("cut in the middle of a message");
      }
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
