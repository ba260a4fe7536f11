package org.daybook.web.rest.http;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body was read already and whose caller is known. It looks as if one servlet
 * served the whole host, so that the paths of the resources are the paths of the contract.
 */
public final class ReadRequest extends HttpServletRequestWrapper {
  private static final String CONTENT_TYPE = "Content-Type";

  private final byte[] body;
  private final Principal caller;

  public ReadRequest(HttpServletRequest request, byte[] body, Principal caller) {
    super(request);
    this.body = body;
    this.caller = caller;
  }

  /** The container leaves the body of an answer to HEAD away, and tells its length all the same. */
  @Override
  public String getMethod() {
    return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
  }

  @Override
  public String getServletPath() {
    return "";
  }

  @Override
  public String getPathInfo() {
    return getRequestURI().substring(getContextPath().length());
  }

  @Override
  public Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Body(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public String getContentType() {
    return hidden(CONTENT_TYPE) ? null : super.getContentType();
  }

  @Override
  public String getHeader(String name) {
    return hidden(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(
        Collections.list(super.getHeaderNames()).stream().filter(name -> !hidden(name)).toList());
  }

  /** Without a body its type says nothing: many clients send one with an empty POST. */
  private boolean hidden(String header) {
    return body.length == 0 && header.equalsIgnoreCase(CONTENT_TYPE);
  }

  @Override
  public String getParameter(String name) {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public String[] getParameterValues(String name) {
    return null;
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("bodies are not read asynchronously");
    }
  }
}
