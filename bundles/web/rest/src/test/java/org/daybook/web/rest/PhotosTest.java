package org.daybook.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.daybook.api.access.Role;
import org.daybook.testkit.Examples;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class PhotosTest {
  private static final String PHOTOS = "/api/v1/tasks/" + Examples.task().id() + "/photos";
  private static final byte[] IMAGE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 0, (byte) 0xFF};

  @Rule public final RestServer server = new RestServer();

  @Before
  public void storeTask() {
    server.parts.store.prepare(tx -> tx.tasks().insert(Examples.task()));
  }

  @Test
  public void theBodyIsTheImage() {
    RestServer.Reply added = put("?inReport=true&caption=%D0%AF%20%26", IMAGE);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).endsWith("/api/v1/photos/" + added.id() + ".jpg");
    JsonNode photo = added.json();
    assertThat(photo.path("caption").asText()).isEqualTo("Я &");
    assertThat(photo.path("inReport").asBoolean()).isTrue();
    assertThat(photo.path("task").asText()).isEqualTo(Examples.task().id());
    for (String member : List.of("id", "width", "height", "bytes", "takenBy", "takenAt")) {
      assertThat(photo.has(member)).as(member).isTrue();
    }
    JsonNode list = server.as(Role.ENGINEER).get(PHOTOS).json();
    assertThat(list.path("items")).hasSize(1);
    assertThat(list.path("next").isNull()).isTrue();
  }

  @Test
  public void theImageIsServedAsNothingElse() {
    String id = put("", IMAGE).id();

    RestServer.Reply image = server.as(Role.ENGINEER).get("/api/v1/photos/" + id + ".jpg");
    assertThat(image.http.body()).isEqualTo(IMAGE);
    RestServer.Reply small = server.as(Role.SUPPORT).get("/api/v1/photos/" + id + "/thumbnail.jpg");
    assertThat(small.http.body()).isEqualTo(new byte[] {1});
    for (RestServer.Reply reply : List.of(image, small)) {
      assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
    }
  }

  @Test
  public void whatThePhoneHasIsNotSentAgainToWhoMayStillSeeIt() {
    String photo = "/api/v1/photos/" + put("", IMAGE).id();
    Set<String> tags = new HashSet<>();
    for (String path : List.of(photo + ".jpg", photo + "/thumbnail.jpg")) {
      RestServer.Reply first = server.as(Role.ENGINEER).get(path);
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
      String tag = first.header("ETag");
      tags.add(tag);
      RestServer.Reply again = server.as(Role.ENGINEER).with("If-None-Match", tag).get(path);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.http.body()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(tag);
      assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(server.manager().with("If-None-Match", "\"other\"").get(path).status())
          .isEqualTo(200);
    }
    assertThat(tags).as("one for each size").hasSize(2);

    assertThat(server.manager().send("DELETE", photo).status()).isEqualTo(204);
    for (String tag : tags) {
      assertThat(server.manager().with("If-None-Match", tag).get(photo + ".jpg").status())
          .isEqualTo(404);
    }
  }

  @Test
  public void aRepeatWithTheSameKeyPutsInOnePhoto() {
    RestServer.Reply first = put("?caption=x", IMAGE, "photo-1");
    RestServer.Reply again = put("?caption=x", IMAGE, "photo-1");
    RestServer.Reply other = put("?caption=x", new byte[] {9, 8, 7}, "photo-1");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(server.manager().get(PHOTOS).json().path("items")).hasSize(1);
  }

  @Test
  public void whatIsSaidOfItIsChangedWithTheVersionThatWasSeen() {
    String photo = "/api/v1/photos/" + put("?caption=x", IMAGE).id();

    assertThat(server.manager().patch(photo, "{\"inReport\":true}").status()).isEqualTo(428);
    assertThat(server.manager().ifMatch(7).patch(photo, "{\"inReport\":true}").status())
        .isEqualTo(409);
    RestServer.Reply changed = server.manager().ifMatch(1).patch(photo, "{\"inReport\":true}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("inReport").asBoolean()).isTrue();
    assertThat(changed.json().path("caption").asText()).isEqualTo("x");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(server.manager().ifMatch(2).patch(photo, "{\"caption\":null}").fields())
        .containsExactly("caption");
    assertThat(server.manager().ifMatch(2).patch(photo, "{\"inReport\":\"yes\"}").fields())
        .containsExactly("inReport");
    assertThat(server.manager().ifMatch(2).patch(photo, "{\"sha256\":\"x\"}").fields())
        .containsExactly("sha256");
  }

  @Test
  public void aPhotoIsTakenAway() {
    String photo = "/api/v1/photos/" + put("", IMAGE).id();

    assertThat(server.manager().ifMatch(5).send("DELETE", photo).status()).isEqualTo(409);
    assertThat(server.as(Role.ENGINEER).send("DELETE", photo).status()).isEqualTo(204);
    assertThat(server.manager().get(photo + ".jpg").status()).isEqualTo(404);
    assertThat(server.manager().get(PHOTOS).json().path("items")).isEmpty();
  }

  @Test
  public void whatIsNoImageIsRefused() {
    for (String type : List.of("image/svg+xml", "text/html", "application/json", "image/webp")) {
      assertThat(server.manager().with("Content-Type", type).send("POST", PHOTOS, IMAGE).status())
          .as(type)
          .isEqualTo(415);
    }
    byte[] script = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
    RestServer.Reply svg = put("", script);
    assertThat(svg.status()).isEqualTo(422);
    assertThat(svg.fields()).containsExactly("body");
    assertThat(put("", new byte[0]).fields()).containsExactly("body");
    assertThat(put("?inReport=perhaps", IMAGE).fields()).containsExactly("inReport");
    assertThat(server.manager().get(PHOTOS).json().path("items")).isEmpty();
  }

  @Test
  public void whatIsTooLargeIsRefusedBeforeAnybodyLooksAtIt() {
    byte[] twenty = new byte[20 * 1024 * 1024];
    assertThat(put("", twenty).status()).isEqualTo(413);
    assertThat(
            server
                .manager()
                .with("Content-Type", "image/jpeg")
                .sendChunked("POST", PHOTOS, twenty)
                .status())
        .isEqualTo(413);
  }

  @Test
  public void supportLooksOnly() {
    String photo = put("", IMAGE).id();
    RestServer.Call support = server.as(Role.SUPPORT).with("Content-Type", "image/jpeg");
    assertThat(support.send("POST", PHOTOS, IMAGE).status()).isEqualTo(403);
    assertThat(server.as(Role.SUPPORT).send("DELETE", "/api/v1/photos/" + photo).status())
        .isEqualTo(403);
    assertThat(server.as(Role.SUPPORT).get(PHOTOS).status()).isEqualTo(200);
  }

  private RestServer.Reply put(String query, byte[] image) {
    return server
        .as(Role.ENGINEER)
        .with("Content-Type", "image/jpeg")
        .send("POST", PHOTOS + query, image);
  }

  private RestServer.Reply put(String query, byte[] image, String key) {
    return server
        .as(Role.ENGINEER)
        .with("Content-Type", "image/jpeg")
        .with("Idempotency-Key", key)
        .send("POST", PHOTOS + query, image);
  }
}
