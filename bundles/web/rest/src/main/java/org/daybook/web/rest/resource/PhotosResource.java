package org.daybook.web.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.Actor;
import org.daybook.api.error.FieldError;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.api.photo.PhotoSize;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.PhotoPatch;
import org.daybook.web.rest.http.Versions;
import org.daybook.web.rest.json.Json;
import org.daybook.web.rest.json.JsonBodies;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.PhotoView;

/** Single photos. */
@Path(Paths.PHOTOS)
@Produces(MediaType.APPLICATION_JSON)
public final class PhotosResource {
  private static final String JPEG = "image/jpeg";

  /**
   * The bytes of a photo never change, but who may see them does: a copy is asked for each time.
   */
  private static final String CACHING = "private, no-cache";

  private final Parts parts;

  public PhotosResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("{id}.jpg")
  @Produces(JPEG)
  @Operation("Gets the image of a photo, at most 1600 pixels long.")
  public Response image(
      @Context SecurityContext caller, @Context Request request, @PathParam("id") String id) {
    return jpeg(Caller.of(caller), request, id, PhotoSize.FULL);
  }

  @GET
  @Path("{id}/thumbnail.jpg")
  @Produces(JPEG)
  @Operation("Gets the image of a photo, at most 320 pixels long.")
  public Response thumbnail(
      @Context SecurityContext caller, @Context Request request, @PathParam("id") String id) {
    return jpeg(Caller.of(caller), request, id, PhotoSize.THUMBNAIL);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodies.MERGE_PATCH})
  @Operation(value = "Changes what the body names of a photo.", body = PhotoPatch.class)
  public PhotoView patch(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      ObjectNode body) {
    Actor actor = Caller.of(caller);
    Photo now = parts.photos().find(actor, id);
    Versions.required(ifMatch, "photo", id, now.version());
    PhotoDraft draft = merged(now, Input.body(body));
    return PhotoView.of(parts.photos().change(actor, id, Input.version(ifMatch), draft));
  }

  @DELETE
  @Path("{id}")
  @Operation("Takes a photo away.")
  public void remove(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch) {
    parts.photos().remove(Caller.of(caller), id, Input.version(ifMatch));
  }

  private static PhotoDraft merged(Photo now, ObjectNode body) {
    PhotoPatch patch = Json.convert(body, PhotoPatch.class);
    List<FieldError> errors = new ArrayList<>();
    body.properties().stream()
        .filter(member -> member.getValue().isNull())
        .forEach(member -> errors.add(new FieldError(member.getKey(), "cannot be taken away")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new PhotoDraft(
        Optional.ofNullable(patch.caption()).orElse(now.caption()),
        Optional.ofNullable(patch.inReport()).orElse(now.inReport()));
  }

  private Response jpeg(Actor actor, Request request, String id, PhotoSize size) {
    Photo photo = parts.photos().find(actor, id);
    EntityTag tag = new EntityTag(photo.id() + "-" + size);
    ResponseBuilder known = request.evaluatePreconditions(tag);
    ResponseBuilder answer =
        known == null ? Response.ok(parts.photos().content(actor, id, size), JPEG).tag(tag) : known;
    return answer.header("Cache-Control", CACHING).build();
  }
}
