package org.daybook.web.rest.resource;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.photo.Photo;
import org.daybook.api.photo.PhotoDraft;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.PhotoView;

/** The photos of a task. */
@Path(Paths.TASKS + "/{id}/photos")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskPhotosResource {
  private final Parts parts;

  public TaskPhotosResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the photos of a task, oldest first.")
  public Listing<PhotoView> list(@Context SecurityContext caller, @PathParam("id") String id) {
    return Listing.whole(
        parts.photos().list(Caller.of(caller), id).stream().map(PhotoView::of).toList());
  }

  @POST
  @Consumes({"image/jpeg", "image/png"})
  @Operation(
      "Puts in a photo: the body is the image. It is drawn anew, without where it was taken.")
  public Created<PhotoView> add(
      @Context SecurityContext caller,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      @QueryParam("inReport") String inReport,
      @QueryParam("caption") String caption,
      byte[] body) {
    PhotoDraft draft =
        new PhotoDraft(Input.text(caption), Query.flag("inReport", inReport).orElse(false));
    byte[] image = body == null ? new byte[0] : body;
    // What says nothing of itself fits all that is consumed
    if (headers.getMediaType() == null && image.length > 0) {
      throw new NotSupportedException();
    }
    Photo photo = parts.photos().add(Caller.of(caller), id, image, draft);
    return new Created<>(PhotoView.of(photo), Paths.PHOTOS + "/" + photo.id() + ".jpg");
  }
}
