package org.daybook.web.rest.resource;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.daybook.api.notice.Notice;
import org.daybook.api.notice.NoticeKind;
import org.daybook.api.store.NoticeQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.openapi.Values;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.NoticeView;

/** What managers and operators were told. */
@Path(Paths.API + "/notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
  private final Parts parts;

  public NoticesResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the notices, newest first.")
  public Listing<NoticeView> list(
      @QueryParam("kind") @Values(NoticeKind.class) List<String> kind,
      @QueryParam("state") @Values(Notice.State.class) List<String> state,
      @QueryParam("recipient") String recipient,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.newestFirst(limit, after),
        Transaction::notices,
        tx ->
            NoticeQuery.builder()
                .kinds(Query.constants("kind", kind, NoticeKind.class))
                .states(Query.constants("state", state, Notice.State.class))
                .recipientId(References.staffFilter(tx, "recipient", recipient))
                .build(),
        NoticeView::of);
  }
}
