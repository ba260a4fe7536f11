package org.daybook.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.plugin.PluginResult;
import org.daybook.api.plugin.PluginResult.Answered;
import org.daybook.api.plugin.PluginResult.Failed;
import org.daybook.api.plugin.PluginResult.Kind;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

public class BundlePluginRunnerTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final AtomicInteger bundleState = new AtomicInteger(Bundle.ACTIVE);
  private final Object plugin = new Object() {};
  private final BundlePluginRunner runner =
      new BundlePluginRunner(2, type -> Optional.of(exampleBundle()));
  private final CountDownLatch release = new CountDownLatch(1);

  @After
  public void giveThreadsBack() {
    release.countDown();
    runner.giveThreadsBack();
  }

  @Test
  public void anAnswerComesBack() {
    assertThat(runner.call(plugin, AMPLE, () -> "yes")).isEqualTo(new Answered<>("yes"));
  }

  @Test
  public void aCallRunsOnADaemonNamedAfterTheBundleWithItsClassLoader() {
    AtomicReference<Thread> seen = new AtomicReference<>();
    AtomicReference<String> name = new AtomicReference<>();
    AtomicReference<ClassLoader> loader = new AtomicReference<>();

    runner.call(
        plugin,
        AMPLE,
        () -> {
          seen.set(Thread.currentThread());
          name.set(Thread.currentThread().getName());
          loader.set(Thread.currentThread().getContextClassLoader());
          return null;
        });

    assertThat(seen.get()).isNotSameAs(Thread.currentThread());
    assertThat(seen.get().isDaemon()).isTrue();
    assertThat(name.get()).contains("org.example.plugin 1.2.3");
    assertThat(loader.get()).isSameAs(plugin.getClass().getClassLoader());
  }

  @Test
  public void anExceptionBecomesAFaultThatNamesTheBundle() {
    Failed<?> fault = failed(runner.call(plugin, AMPLE, this::throwState));

    assertThat(fault.kind()).isEqualTo(Kind.THREW);
    assertThat(fault.bundle()).isEqualTo("org.example.plugin 1.2.3");
    assertThat(fault.sentence())
        .isEqualTo("org.example.plugin 1.2.3 threw IllegalStateException: it broke.");
  }

  @Test
  public void anOverflownStackBecomesAFault() {
    Failed<?> fault = failed(runner.call(plugin, AMPLE, () -> bottomless(0)));

    assertThat(fault.kind()).isEqualTo(Kind.THREW);
    assertThat(fault.sentence()).contains("StackOverflowError");
  }

  @Test
  public void errorsBecomeFaults() {
    for (Error error : new Error[] {new NoClassDefFoundError("x/Y"), new OutOfMemoryError("no")}) {
      Failed<?> fault = failed(runner.call(plugin, AMPLE, () -> raise(error)));
      assertThat(fault.kind()).isEqualTo(Kind.THREW);
      assertThat(fault.sentence()).contains(error.getClass().getSimpleName());
    }
  }

  @Test
  public void anExceptionThatCannotSayItsMessageBecomesAFault() {
    Failed<?> fault = failed(runner.call(plugin, AMPLE, () -> raise(new SpeechlessError())));

    assertThat(fault.sentence()).isEqualTo("org.example.plugin 1.2.3 threw SpeechlessError.");
  }

  @Test
  public void aMessageThatCannotBeStoredOrShownIsMadeSo() {
    Failed<?> fault = failed(runner.call(plugin, AMPLE, () -> raise(new Error("a\0\ud83d b"))));
    assertThat(fault.sentence()).endsWith("threw Error: a b.");

    fault = failed(runner.call(plugin, AMPLE, () -> raise(new Error("x" + "😀".repeat(500)))));
    assertThat(fault.sentence()).endsWith("😀….");
  }

  @Test
  public void anExpectedExceptionIsThePluginsAnswer() {
    InvalidInputException answer = new InvalidInputException("title", "is missing");

    assertThatThrownBy(
            () ->
                runner.call(
                    plugin,
                    AMPLE,
                    () -> {
                      throw answer;
                    }))
        .isSameAs(answer);
  }

  @Test
  public void aCallThatHangsIsAbandonedAndInterrupted() {
    AtomicBoolean interrupted = new AtomicBoolean();

    Failed<?> fault =
        failed(
            runner.call(
                plugin,
                SHORT,
                () -> {
                  try {
                    return release.await(1, TimeUnit.MINUTES);
                  } catch (InterruptedException e) {
                    interrupted.set(true);
                    throw e;
                  }
                }));

    assertThat(fault.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(fault.sentence()).contains("did not answer within 100 ms");
    await().atMost(AMPLE).untilTrue(interrupted);
  }

  @Test
  public void aPluginWithTooManyHangingCallsIsRefusedUntilTheyEnd() {
    assertThat(failed(runner.call(plugin, SHORT, this::deafWait)).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failed(runner.call(plugin, SHORT, this::deafWait)).kind()).isEqualTo(Kind.TIMED_OUT);

    Failed<?> refused = failed(runner.call(plugin, AMPLE, () -> "not called"));
    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.sentence()).contains("2 earlier calls have not returned");

    release.countDown();
    await()
        .atMost(AMPLE)
        .until(() -> runner.call(plugin, AMPLE, () -> "called").equals(new Answered<>("called")));
  }

  @Test
  public void anUpdatedBundleIsNotRefusedForCallsOfItsOldCode() throws Exception {
    failed(runner.call(plugin, SHORT, this::deafWait));
    failed(runner.call(plugin, SHORT, this::deafWait));
    assertThat(failed(runner.call(plugin, AMPLE, () -> "no")).kind()).isEqualTo(Kind.REFUSED);

    assertThat(runner.call(updatedPlugin(), AMPLE, () -> "mended"))
        .isEqualTo(new Answered<>("mended"));
  }

  @Test
  public void aBundleThatIsStoppedDuringTheCallHasVanished() {
    Failed<?> thrown =
        failed(
            runner.call(
                plugin,
                AMPLE,
                () -> {
                  bundleState.set(Bundle.RESOLVED);
                  throw new IllegalStateException("Invalid BundleContext.");
                }));
    assertThat(thrown.kind()).isEqualTo(Kind.VANISHED);
    assertThat(thrown.sentence())
        .isEqualTo("org.example.plugin 1.2.3 was stopped or removed during the call.");

    Failed<?> hanging = failed(runner.call(plugin, SHORT, this::deafWait));
    assertThat(hanging.kind()).isEqualTo(Kind.VANISHED);
  }

  @Test
  public void outsideOfAFrameworkTheClassNamesThePlugin() {
    BundlePluginRunner plain = new BundlePluginRunner(1, type -> Optional.empty());
    try {
      assertThat(plain.bundleOf(plugin)).isEqualTo(plugin.getClass().getName());
    } finally {
      plain.giveThreadsBack();
    }
  }

  @Test
  public void nothingIsCalledAfterDeactivation() {
    runner.giveThreadsBack();

    assertThatThrownBy(() -> runner.call(plugin, AMPLE, () -> "late"))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  public void deactivationInterruptsWhatHangs() {
    AtomicBoolean interrupted = new AtomicBoolean();
    failed(
        runner.call(
            plugin,
            SHORT,
            () -> {
              try {
                return release.await(1, TimeUnit.MINUTES);
              } finally {
                interrupted.set(true);
              }
            }));

    runner.giveThreadsBack();

    await().atMost(AMPLE).untilTrue(interrupted);
  }

  @Test
  public void anImpossibleLimitIsRefusedWithItsName() {
    assertThatThrownBy(() -> new BundlePluginRunner(0, type -> Optional.empty()))
        .hasMessageContaining("abandonedCallsAllowed in org.daybook.plugins");
  }

  private String throwState() {
    throw new IllegalStateException("it broke.");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int bottomless(int depth) {
    return bottomless(depth + 1) + 1;
  }

  private static Object raise(Error error) {
    throw error;
  }

  /** Waits for the release and heeds no interrupt. */
  private Object deafWait() {
    boolean released = false;
    while (!released) {
      try {
        released = release.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException ignored) {
        // a plugin may do this
      }
    }
    return null;
  }

  private static Failed<?> failed(PluginResult<?> result) {
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed<?>) result;
  }

  /** The same class from another class loader, as the framework makes one for each update. */
  private static Object updatedPlugin() throws Exception {
    String name = Updatable.class.getName();
    byte[] code;
    try (InputStream in =
        Updatable.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
      code = in.readAllBytes();
    }
    ClassLoader updated =
        new ClassLoader(Updatable.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String wanted) {
            return defineClass(wanted, code, 0, code.length);
          }

          @Override
          public Class<?> loadClass(String wanted) throws ClassNotFoundException {
            return wanted.equals(name) ? findClass(wanted) : super.loadClass(wanted);
          }
        };
    return updated.loadClass(name).getDeclaredConstructor().newInstance();
  }

  private Bundle exampleBundle() {
    return (Bundle)
        Proxy.newProxyInstance(
            Bundle.class.getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getSymbolicName" -> "org.example.plugin";
                  case "getVersion" -> new Version(1, 2, 3);
                  case "getState" -> bundleState.get();
                  default -> null;
                });
  }

  /** A plugin whose bundle is updated. */
  public static final class Updatable {}

  private static final class SpeechlessError extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }
}
