package org.daybook.itests.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server (RFC 5321) that takes every message and keeps nothing of it but when it came and
 * how long it was, so that it costs next to nothing beside what is measured.
 */
final class SmtpSink implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService conversations = Executors.newCachedThreadPool();
  private final List<Arrival> arrivals = new ArrayList<>();

  /**
   * A message.
   *
   * @param nanos by {@link System#nanoTime}, when its last byte was there
   */
  record Arrival(long nanos, int bytes) {}

  private SmtpSink(ServerSocket server) {
    this.server = server;
  }

  /** Listens on a free port of the loopback. */
  static SmtpSink open() throws IOException {
    SmtpSink sink = new SmtpSink(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
    sink.conversations.execute(sink::listen);
    return sink;
  }

  int port() {
    return server.getLocalPort();
  }

  synchronized int count() {
    return arrivals.size();
  }

  synchronized List<Arrival> arrivals() {
    return List.copyOf(arrivals);
  }

  /**
   * Waits until so many messages are there.
   *
   * @return the last of them
   */
  synchronized Arrival await(int count, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (arrivals.size() < count) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException(
            arrivals.size() + " of " + count + " messages came within " + atMost);
      }
      wait(left);
    }
    return arrivals.get(count - 1);
  }

  private synchronized void add(int bytes) {
    arrivals.add(new Arrival(System.nanoTime(), bytes));
    notifyAll();
  }

  private void listen() {
    try {
      while (true) {
        Socket client = server.accept();
        conversations.execute(() -> converse(client));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void converse(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      answer(out, "220 sink.test");
      for (String line = line(in); line != null; line = line(in)) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> answer(out, "250-sink.test\r\n250 8BITMIME");
          case "DATA" -> {
            answer(out, "354 go on");
            add(message(in));
            answer(out, "250 taken");
          }
          case "QUIT" -> {
            answer(out, "221 bye");
            return;
          }
          default -> answer(out, "250 fine");
        }
      }
    } catch (IOException e) {
      // Whoever talked to us is gone: what it said before that counts.
    }
  }

  private static void answer(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Reads a message to the line with a dot alone; answers how long it was. */
  private static int message(InputStream in) throws IOException {
    int bytes = 0;
    for (String line = line(in); !".".equals(line); line = line(in)) {
      if (line == null) {
        throw new IOException("the message ended without a dot");
      }
      bytes += line.length() + 2;
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        return null;
      }
      if (each != '\r') {
        line.write(each);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    conversations.shutdownNow();
  }
}
