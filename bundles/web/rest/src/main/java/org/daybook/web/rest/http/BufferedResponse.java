package org.daybook.web.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Keeps an answer back, so that it can still become another one when the commit fails. */
public final class BufferedResponse extends HttpServletResponseWrapper {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final ServletOutputStream stream = new Buffer();
  private PrintWriter writer;
  private int status = SC_OK;

  public BufferedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What was written so far. */
  public Answer answer() {
    if (writer != null) {
      writer.flush();
    }
    return new Answer(status, headers, body.toByteArray());
  }

  @Override
  public void setStatus(int newStatus) {
    status = newStatus;
  }

  @Override
  @Deprecated
  public void setStatus(int newStatus, String message) {
    status = newStatus;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void sendError(int newStatus) {
    resetBuffer();
    status = newStatus;
  }

  @Override
  public void sendError(int newStatus, String message) {
    sendError(newStatus);
  }

  @Override
  public void sendRedirect(String location) {
    resetBuffer();
    status = SC_FOUND;
    setHeader("Location", location);
  }

  @Override
  public void setHeader(String name, String value) {
    List<String> values = new ArrayList<>();
    values.add(value);
    headers.put(name, values);
  }

  @Override
  public void addHeader(String name, String value) {
    headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, Integer.toString(value));
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name);
  }

  @Override
  public String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.keySet();
  }

  @Override
  public void setContentType(String type) {
    setHeader("Content-Type", type);
  }

  @Override
  public String getContentType() {
    return getHeader("Content-Type");
  }

  @Override
  public void setContentLength(int length) {
    // the length is known when the answer is written
  }

  @Override
  public void setContentLengthLong(long length) {
    // the length is known when the answer is written
  }

  @Override
  public void setCharacterEncoding(String charset) {
    // all our texts are UTF-8, and the media type says so
  }

  @Override
  public void setLocale(Locale locale) {
    setHeader("Content-Language", locale.toLanguageTag());
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public void flushBuffer() {
    // nothing goes out before the end
  }

  @Override
  public void resetBuffer() {
    writer = null;
    body.reset();
  }

  @Override
  public void reset() {
    resetBuffer();
    headers.clear();
    status = SC_OK;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  private final class Buffer extends ServletOutputStream {
    @Override
    public void write(int value) {
      body.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      body.write(bytes, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("answers are not written asynchronously");
    }
  }
}
