package org.daybook.web.rest.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;

/** Brings {@link Json} to the resources. */
@Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  /** RFC 7396. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
      throw new NotSupportedException();
    }
    return Json.read(body.readAllBytes(), type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isOurs(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(Json.write(value));
  }

  private static boolean isOurs(Class<?> type) {
    return type != byte[].class
        && type != String.class
        && !InputStream.class.isAssignableFrom(type);
  }
}
