package org.daybook.web.rest.resource;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.ChannelView;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.SectionView;
import org.daybook.web.rest.view.SourceView;

/** The plugins that are at work now, and how they are doing. */
@Path(Paths.API)
@Produces(MediaType.APPLICATION_JSON)
public final class PluginsResource {
  private final Parts parts;

  public PluginsResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Path("sources")
  @Operation("Lists the sources.")
  public Listing<SourceView> sources() {
    return Listing.whole(parts.intake().sources().stream().map(SourceView::of).toList());
  }

  @GET
  @Path("sections")
  @Operation("Lists the sections of the report in their order.")
  public Listing<SectionView> sections() {
    return Listing.whole(parts.reports().sections().stream().map(SectionView::of).toList());
  }

  @GET
  @Path("channels")
  @Operation("Lists the channels.")
  public Listing<ChannelView> channels() {
    return Listing.whole(parts.deliveries().channels().stream().map(ChannelView::of).toList());
  }
}
