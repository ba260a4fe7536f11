package org.daybook.web.pages.board.clients;

import java.util.List;
import org.daybook.web.pages.board.DetailView;
import org.daybook.web.pages.board.Section;
import org.daybook.web.pages.template.SafeHtml;

/**
 * The card of a client.
 *
 * @param detail name, facts, notices, and the lists that need nothing but lines
 * @param counts the few numbers that are asked for most
 * @param ways to what can be done for them, and to all that is theirs
 * @param sites with their equipment in use
 * @param pictures one after another
 * @param promises how many there are of each age
 * @param promised each of them, the oldest first
 */
public record ClientView(
    DetailView detail,
    List<Count> counts,
    List<Way> ways,
    List<Person> contacts,
    List<Place> sites,
    DeviceGrid devices,
    List<SafeHtml> pictures,
    List<Progress> projects,
    List<Paper> reports,
    List<Count> promises,
    List<Section.Line> promised) {
  public ClientView {
    counts = List.copyOf(counts);
    ways = List.copyOf(ways);
    contacts = List.copyOf(contacts);
    sites = List.copyOf(sites);
    pictures = List.copyOf(pictures);
    projects = List.copyOf(projects);
    reports = List.copyOf(reports);
    promises = List.copyOf(promises);
    promised = List.copyOf(promised);
  }

  /** Leads to another page. */
  public record Way(String label, String href) {}

  /** A number and what it counts. */
  public record Count(String label, String value, String tone) {}

  /**
   * A contact.
   *
   * @param position and what they are for us; may be blank
   * @param dial what a phone calls; blank without a number
   */
  public record Person(
      String name, String position, boolean responsible, String phone, String dial, String email) {}

  /** A site. */
  public record Place(String name, String address, String devices) {}

  /**
   * A project.
   *
   * @param href its tasks
   * @param progress how many of its tasks are over, in words
   * @param bar the same as a picture
   */
  public record Progress(
      String title,
      String href,
      String state,
      String tone,
      String progress,
      SafeHtml bar,
      String due) {}

  /**
   * A report.
   *
   * @param visit address of its visit
   * @param pdf address of the newest revision as PDF
   * @param html the same as a page
   * @param deliveries what became of it, one line each
   */
  public record Paper(
      String number,
      String when,
      String state,
      String visit,
      String pdf,
      String html,
      List<Sent> deliveries) {
    public Paper {
      deliveries = List.copyOf(deliveries);
    }
  }

  /** One report to one recipient. */
  public record Sent(String recipient, String href, String state, String tone) {}
}
