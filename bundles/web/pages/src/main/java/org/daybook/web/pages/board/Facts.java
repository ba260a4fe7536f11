package org.daybook.web.pages.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybook.api.directory.StaffMember;

/** Gathers what is known, in order; what is blank is left out. */
public final class Facts {
  private final Look look;
  private final String clientId;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * Facts about something of a client.
   *
   * @param clientId in whose zone moments are
   */
  public Facts(Look look, String clientId) {
    this.look = look;
    this.clientId = clientId;
  }

  /** The label is the text of a key. */
  public Facts add(String key, String value) {
    return add(key, value, "", "");
  }

  public Facts add(String key, Optional<String> value) {
    return add(key, value.orElse(""));
  }

  public Facts linked(String key, String value, String path) {
    return add(key, value, look.link(path), "");
  }

  /** The same, where only a part of a page is meant. */
  public Facts linked(String key, String value, String path, String query) {
    String page = look.link(path);
    return add(key, value, page.isEmpty() ? "" : page + query, "");
  }

  public Facts moment(String key, Optional<Instant> moment) {
    return add(key, look.moment(moment, clientId));
  }

  /** A moment that is a bad sign. */
  public Facts late(String key, Optional<Instant> moment, boolean late) {
    String when = look.moment(moment, clientId);
    return late && !when.isBlank()
        ? add(key, look.words().get("late", when), "", "bad")
        : add(key, when);
  }

  /** What is for those who look closely. */
  public Facts small(String key, Optional<String> value) {
    return add(key, value.orElse(""), "", "small");
  }

  public Facts client() {
    return linked("fact.client", look.clientName(clientId), "/board/clients/" + clientId);
  }

  /** A member of staff, to be called at once if there is a number. */
  public Facts person(String key, Optional<String> staffId) {
    Optional<StaffMember> member = staffId.flatMap(look::staff);
    add(key, staffId.map(look::nameOf).orElse(""));
    return member
        .flatMap(StaffMember::phone)
        .map(phone -> phone(key + ".phone", phone))
        .orElse(this);
  }

  public Facts phone(String key, String phone) {
    String dial = phone.replaceAll("[^0-9+*#]", "");
    return add(key, phone, dial.isEmpty() ? "" : "tel:" + dial, "");
  }

  public List<Fact> all() {
    return List.copyOf(facts);
  }

  private Facts add(String key, String value, String href, String tone) {
    if (!value.isBlank()) {
      facts.add(new Fact(look.words().get(key), value, href, tone));
    }
    return this;
  }
}
