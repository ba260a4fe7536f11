package org.daybook.web.rest;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jersey, made when it is first needed. That takes half a second of processor time, which a start
 * has better uses for as long as there is nothing to serve.
 */
final class LazyJersey {
  private static final Logger LOG = LoggerFactory.getLogger(LazyJersey.class);

  private final Supplier<ResourceConfig> application;
  private final AtomicBoolean gettingReady = new AtomicBoolean();
  private volatile ServletConfig config;
  private volatile ClassLoader loader;
  private volatile ServletContainer container;

  LazyJersey(Supplier<ResourceConfig> application) {
    this.application = application;
  }

  void init(ServletConfig servlet) {
    loader = Thread.currentThread().getContextClassLoader();
    config = servlet;
  }

  /** Has it made on another thread, once. Waits for nothing. */
  void getReady() {
    if (container == null && config != null && gettingReady.compareAndSet(false, true)) {
      ExecutorService once = Executors.newSingleThreadExecutor(this::thread);
      once.execute(this::makeAhead);
      once.shutdown();
    }
  }

  private Thread thread(Runnable work) {
    Thread thread = Executors.defaultThreadFactory().newThread(work);
    thread.setName("daybook-jersey");
    thread.setContextClassLoader(loader);
    thread.setDaemon(true);
    return thread;
  }

  private void makeAhead() {
    try {
      container();
    } catch (ServletException | RuntimeException | LinkageError e) {
      LOG.debug("The first request will make it again, and say what is wrong", e);
    }
  }

  void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    ServletContainer ready = container;
    (ready == null ? container() : ready).service(request, response);
  }

  private synchronized ServletContainer container() throws ServletException {
    if (config == null) {
      throw new IllegalStateException("the servlet is gone");
    }
    if (container == null) {
      ServletContainer made = new ServletContainer(application.get());
      made.init(config);
      container = made;
    }
    return container;
  }

  synchronized void destroy() {
    config = null;
    if (container != null) {
      container.destroy();
      container = null;
    }
  }
}
