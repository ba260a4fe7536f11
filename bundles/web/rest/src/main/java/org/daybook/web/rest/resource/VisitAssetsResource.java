package org.daybook.web.rest.resource;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.directory.Asset;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.visit.Check;
import org.daybook.api.visit.FoundAsset;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.EmptyBody;
import org.daybook.web.rest.body.FoundAssetBody;
import org.daybook.web.rest.body.ReasonBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.AssetView;
import org.daybook.web.rest.view.CheckView;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.Names;
import org.daybook.web.rest.view.SiteAssetView;

/** The equipment at the site of a visit, as who is there finds it. */
@Path(Paths.VISITS + "/{id}/assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VisitAssetsResource {
  private final Parts parts;

  public VisitAssetsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the equipment at the site of a visit with its verdict so far.")
  public Listing<SiteAssetView> list(@Context SecurityContext caller, @PathParam("id") String id) {
    return Listing.whole(
        parts.siteEquipment().list(Caller.of(caller), id).stream().map(SiteAssetView::of).toList());
  }

  @POST
  @Operation("Adds equipment that was found on site, with its checks.")
  public Created<AssetView> found(
      @Context SecurityContext caller, @PathParam("id") String id, FoundAssetBody body) {
    FoundAsset found = Input.read(parts, in -> found(in, Input.body(body)));
    Asset added = parts.siteEquipment().found(Caller.of(caller), id, found);
    return new Created<>(view(added), Paths.ASSETS + "/" + added.id());
  }

  @POST
  @Path("{assetId}/gone")
  @Operation("Retires equipment that is gone, with the reason.")
  public AssetView gone(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("assetId") String assetId,
      ReasonBody body) {
    String reason = Input.text(Input.body(body).reason());
    return view(parts.siteEquipment().gone(Caller.of(caller), id, assetId, reason));
  }

  @POST
  @Path("{assetId}/ok")
  @Operation(
      "Answers every open check of a piece of equipment with OK, but for those with a known"
          + " problem.")
  public Listing<CheckView> allOk(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("assetId") String assetId,
      EmptyBody body) {
    return views(parts.siteEquipment().allOk(Caller.of(caller), id, assetId));
  }

  @POST
  @Path("{assetId}/skip")
  @Operation("Skips every open check of a piece of equipment, with the reason.")
  public Listing<CheckView> skip(
      @Context SecurityContext caller,
      @PathParam("id") String id,
      @PathParam("assetId") String assetId,
      ReasonBody body) {
    String reason = Input.text(Input.body(body).reason());
    return views(parts.siteEquipment().skip(Caller.of(caller), id, assetId, reason));
  }

  private Listing<CheckView> views(List<Check> checks) {
    return parts
        .store()
        .read(
            tx -> {
              Names names = new Names(tx);
              return Listing.whole(
                  checks.stream().map(check -> CheckView.of(check, names)).toList());
            });
  }

  private static FoundAsset found(Input in, FoundAssetBody body) {
    return new FoundAsset(
        in.required("kind", body.kind(), AssetKind.OTHER),
        in.required("name", body.name()),
        Input.optional(body.hostname()),
        Input.optional(body.inventoryNumber()));
  }

  private AssetView view(Asset asset) {
    return parts.store().read(tx -> AssetView.of(asset, new Names(tx)));
  }
}
