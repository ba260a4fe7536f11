package org.daybook.web.pages.client;

import java.util.List;
import java.util.Optional;
import org.daybook.web.pages.template.SafeHtml;

/**
 * What the page shows.
 *
 * @param here way to the page, for relative addresses
 * @param styles address of the style sheet
 * @param title of the window
 * @param contact whose page it is
 * @param manager whom the client turns to
 * @param report as its renderer made it
 * @param revision that is shown
 * @param newest revision that there is
 * @param acknowledged whether the reader has acknowledged the newest revision
 * @param acknowledgeKey of the form to do so
 * @param notice what has just happened; blank if nothing has
 * @param noticed the dispute that it has happened to; blank if to none
 * @param revisions newest first
 * @param disputing whether disputes can be opened and read at the moment
 * @param disputes of this report, newest first
 * @param claim the form for another one
 * @param claimKey of that form
 */
public record PageView(
    String here,
    String styles,
    String title,
    String contact,
    Optional<ManagerView> manager,
    SafeHtml report,
    int revision,
    int newest,
    boolean acknowledged,
    String acknowledgeKey,
    String notice,
    String noticed,
    List<RevisionView> revisions,
    boolean disputing,
    List<DisputeView> disputes,
    Claim claim,
    String claimKey) {
  public PageView {
    revisions = List.copyOf(revisions);
    disputes = List.copyOf(disputes);
  }

  /** Whether it shows the newest revision: only that can be acknowledged and disputed. */
  public boolean isNewest() {
    return revision == newest;
  }
}
