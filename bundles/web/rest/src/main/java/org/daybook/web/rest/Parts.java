package org.daybook.web.rest;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daybook.api.access.Accounts;
import org.daybook.api.access.Sessions;
import org.daybook.api.delivery.Deliveries;
import org.daybook.api.delivery.PostOffice;
import org.daybook.api.delivery.ReportLinks;
import org.daybook.api.delivery.WishLinks;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.TaskHistory;
import org.daybook.api.directory.Directory;
import org.daybook.api.dispute.Disputes;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.figures.Figures;
import org.daybook.api.notice.Notices;
import org.daybook.api.photo.Photos;
import org.daybook.api.plan.Planning;
import org.daybook.api.regulation.Regulations;
import org.daybook.api.report.Reports;
import org.daybook.api.source.Intake;
import org.daybook.api.source.RemoteFixes;
import org.daybook.api.source.Signals;
import org.daybook.api.store.Store;
import org.daybook.api.visit.SiteEquipment;
import org.daybook.api.visit.Visits;

/**
 * The parts of the platform that the API needs. Each may come and go at any time; asking for one
 * that is missing throws {@link UnavailableException} with its name.
 */
public interface Parts {
  /** The parts as they are now; one that is missing is null. */
  Present present();

  default Store store() {
    return need("storage", present().storage());
  }

  /** Asks for the storage first: without it the other parts are away too, and it is the reason. */
  default Intake intake() {
    return behindStorage("intake", present().intake());
  }

  default Diary diary() {
    return behindStorage("diary", present().diary());
  }

  default Visits visits() {
    return behindStorage("visits", present().visits());
  }

  default Reports reports() {
    return behindStorage("reports", present().reports());
  }

  default Deliveries deliveries() {
    return behindStorage("delivery", present().delivery());
  }

  default ReportLinks links() {
    return behindStorage("links", present().links());
  }

  default Disputes disputes() {
    return behindStorage("disputes", present().disputes());
  }

  default Notices notices() {
    return behindStorage("notices", present().notices());
  }

  default Directory directory() {
    return behindStorage("directory", present().directory());
  }

  default Accounts accounts() {
    return behindStorage("access", present().access());
  }

  default PostOffice postOffice() {
    return behindStorage("letters", present().postOffice());
  }

  default WishLinks wishLinks() {
    return behindStorage("wishes", present().wishLinks());
  }

  default Planning planning() {
    return behindStorage("planning", present().planning());
  }

  default Signals signals() {
    return behindStorage("signals", present().signals());
  }

  default Clock clock() {
    return need("clock", present().clock());
  }

  default Figures figures() {
    return behindStorage("figures", present().figures());
  }

  default SiteEquipment siteEquipment() {
    return behindStorage("equipment", present().siteEquipment());
  }

  default Photos photos() {
    return behindStorage("photos", present().photos());
  }

  default RemoteFixes remoteFixes() {
    return behindStorage("remote fixes", present().remoteFixes());
  }

  default TaskHistory taskHistory() {
    return behindStorage("history", present().taskHistory());
  }

  default Sessions sessions() {
    return behindStorage("sessions", present().sessions());
  }

  default Regulations regulations() {
    return behindStorage("regulations", present().regulations());
  }

  private <T> T behindStorage(String name, T part) {
    store();
    return need(name, part);
  }

  private static <T> T need(String name, T part) {
    if (part == null) {
      throw new UnavailableException(
          "A part of Daybook is missing at the moment: " + name + ". Please try again later.");
    }
    return part;
  }

  /** The parts at one moment; each may be null. */
  record Present(
      Store storage,
      Intake intake,
      Diary diary,
      Visits visits,
      Reports reports,
      Deliveries delivery,
      ReportLinks links,
      Disputes disputes,
      Notices notices,
      Directory directory,
      Accounts access,
      Clock clock,
      Figures figures,
      PostOffice postOffice,
      WishLinks wishLinks,
      Planning planning,
      SiteEquipment siteEquipment,
      Photos photos,
      RemoteFixes remoteFixes,
      TaskHistory taskHistory,
      Sessions sessions,
      Signals signals,
      Regulations regulations) {

    /** Whether each part is there, by its name, those that health depends on first. */
    public Map<String, Boolean> byName() {
      Map<String, Boolean> parts = new LinkedHashMap<>();
      parts.put("storage", storage != null);
      parts.put("intake", intake != null);
      parts.put("reports", reports != null);
      parts.put("delivery", delivery != null);
      parts.put("diary", diary != null);
      parts.put("visits", visits != null);
      parts.put("links", links != null);
      parts.put("disputes", disputes != null);
      parts.put("notices", notices != null);
      parts.put("directory", directory != null);
      parts.put("access", access != null);
      parts.put("clock", clock != null);
      parts.put("figures", figures != null);
      parts.put("letters", postOffice != null);
      parts.put("wishes", wishLinks != null);
      parts.put("planning", planning != null);
      parts.put("equipment", siteEquipment != null);
      parts.put("photos", photos != null);
      parts.put("remote fixes", remoteFixes != null);
      parts.put("history", taskHistory != null);
      parts.put("sessions", sessions != null);
      parts.put("signals", signals != null);
      parts.put("regulations", regulations != null);
      return parts;
    }
  }
}
