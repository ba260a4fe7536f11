package org.daybook.core.planning;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.daybook.api.directory.Site;

/**
 * Which of a client's sites the next visit goes to: each by its share of the devices, and each in
 * turn from month to month where there are fewer visits than sites.
 */
final class Sites {
  private final List<Site> sites;
  private final Company company;
  private final YearMonth month;

  Sites(List<Site> sites, Company company, YearMonth month) {
    this.sites =
        sites.stream()
            .filter(site -> company.devicesAt(site.id()) > 0)
            .sorted(Comparator.comparing(Site::id))
            .toList();
    this.company = company;
    this.month = month;
  }

  Site next(Customer customer, int due) {
    if (due < sites.size()) {
      int turn =
          (int) Math.floorMod((month.getYear() * 12L + month.getMonthValue()) * due, sites.size());
      for (int i = 0; i < sites.size(); i++) {
        Site site = sites.get((turn + i) % sites.size());
        if (visits(customer, site) == 0) {
          return site;
        }
      }
    }
    Site next = sites.get(0);
    for (Site site : sites) {
      next = isFurtherBehind(customer, site, next) ? site : next;
    }
    return next;
  }

  /** The highest averages method of D'Hondt, but nobody goes without. */
  private boolean isFurtherBehind(Customer customer, Site one, Site other) {
    long ofOne = visits(customer, one);
    long ofOther = visits(customer, other);
    if (ofOne == 0 || ofOther == 0) {
      return ofOne == 0 && ofOther > 0
          || ofOne == ofOther && company.devicesAt(one.id()) > company.devicesAt(other.id());
    }
    return company.devicesAt(one.id()) * (ofOther + 1)
        > company.devicesAt(other.id()) * (ofOne + 1);
  }

  private static long visits(Customer customer, Site site) {
    return customer.stops.stream().filter(stop -> stop.place.siteId().equals(site.id())).count();
  }
}
