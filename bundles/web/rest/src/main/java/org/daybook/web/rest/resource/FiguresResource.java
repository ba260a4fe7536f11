package org.daybook.web.rest.resource;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.daybook.api.figures.FigureRow;
import org.daybook.api.figures.Figures;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.csv.FiguresCsv;
import org.daybook.web.rest.http.ProblemException;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.FigureView;
import org.daybook.web.rest.view.Listing;

/** What a month came to. */
@Path(Paths.API)
@Produces(MediaType.APPLICATION_JSON)
public final class FiguresResource {
  private static final String CSV = "text/csv;charset=utf-8";

  private final Parts parts;
  private final Defaults defaults;

  public FiguresResource(Parts parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  @GET
  @Path("figures")
  @Operation(
      "Gets the figures of a month, by client or engineer; of this month by client if not said.")
  public Listing<FigureView> figures(
      @QueryParam("month") String month, @QueryParam("by") String by) {
    return Listing.whole(rows(month(month), by(by)).stream().map(FigureView::of).toList());
  }

  @GET
  @Path("figures.csv")
  @Produces(CSV)
  @Operation("Gets the figures of a month as comma-separated values.")
  public Response csv(@QueryParam("month") String month, @QueryParam("by") String by) {
    YearMonth wanted = month(month);
    Figures.By whose = by(by);
    String name = "figures-" + wanted + "-by-" + whose.name().toLowerCase(Locale.ROOT) + ".csv";
    return Response.ok()
        .header("Content-Type", CSV)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .entity(FiguresCsv.of(wanted, rows(wanted, whose)))
        .build();
  }

  private List<FigureRow> rows(YearMonth month, Figures.By by) {
    return Query.checked(() -> parts.figures().of(month, by));
  }

  private YearMonth month(String value) {
    Optional<String> text = Query.text(value);
    if (text.isEmpty()) {
      return YearMonth.now(parts.clock().withZone(defaults.zone()));
    }
    try {
      if (text.get().matches("\\d{4}-\\d{2}")) {
        return YearMonth.parse(text.get());
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw ProblemException.badField("month", "must be a month such as 2026-11");
  }

  private static Figures.By by(String value) {
    String wanted = Query.text(value).orElse("client");
    return Stream.of(Figures.By.values())
        .filter(by -> by.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> ProblemException.badField("by", "must be client or engineer"));
  }
}
