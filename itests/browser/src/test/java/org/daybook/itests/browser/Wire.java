package org.daybook.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.rules.ExternalResource;

/** The network between a phone and the server, which can be cut. */
final class Wire extends ExternalResource {
  private final RunningAddress server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ExecutorService workers;
  private ServerSocket entrance;
  private volatile boolean cut;
  private volatile boolean losesReplies;

  /** Where the server is, once it runs. */
  interface RunningAddress {
    int port();
  }

  Wire(RunningAddress server) {
    this.server = server;
  }

  @Override
  protected void before() throws IOException {
    workers = Executors.newCachedThreadPool();
    entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    workers.execute(this::accept);
  }

  @Override
  protected void after() {
    cut();
    close(entrance);
    workers.shutdownNow();
  }

  String address(String path) {
    return "http://127.0.0.1:" + entrance.getLocalPort() + path;
  }

  /** From now on nothing goes through. */
  void cut() {
    cut = true;
    open.forEach(Wire::close);
  }

  /** What changes something still arrives, and no reply comes back: the worst moment of all. */
  void loseReplies() {
    losesReplies = true;
    open.forEach(Wire::close);
  }

  void mend() {
    cut = false;
    losesReplies = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket phone = entrance.accept();
        if (cut) {
          close(phone);
        } else {
          connect(phone);
        }
      } catch (IOException e) {
        // closed at the end
      }
    }
  }

  private void connect(Socket phone) {
    try {
      Socket far = new Socket();
      far.connect(new InetSocketAddress("127.0.0.1", server.port()), 5_000);
      open.add(phone);
      open.add(far);
      AtomicBoolean deaf = new AtomicBoolean();
      workers.execute(() -> pass(phone, far, true, deaf));
      workers.execute(() -> pass(far, phone, false, deaf));
    } catch (IOException e) {
      close(phone);
    }
  }

  private void pass(Socket from, Socket to, boolean forth, AtomicBoolean deaf) {
    byte[] buffer = new byte[16_384];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (forth && losesReplies && changes(buffer)) {
          deaf.set(true);
        }
        if (!forth && deaf.get()) {
          return;
        }
        out.write(buffer, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      // cut, or closed by either side
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static boolean changes(byte[] request) {
    return new String(request, 0, 5, StandardCharsets.US_ASCII).equals("POST ");
  }

  private static void close(java.io.Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
