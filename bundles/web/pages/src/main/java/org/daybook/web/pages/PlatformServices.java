package org.daybook.web.pages;

import org.daybook.api.delivery.PostOffice;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.SavedViews;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.Signals;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services as the service registry has them; they come and go under running pages. */
@Component(service = Services.class)
public final class PlatformServices implements Services {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Diary diary;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SavedViews savedViews;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Signals signals;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PostOffice postOffice;

  @Override
  public Diary diary() {
    return need("diary", diary);
  }

  @Override
  public SavedViews savedViews() {
    return need("saved views", savedViews);
  }

  @Override
  public Signals signals() {
    return need("signals", signals);
  }

  @Override
  public PostOffice postOffice() {
    return need("letters", postOffice);
  }

  private static <T> T need(String name, T service) {
    if (service == null) {
      throw new UnavailableException("A part of Daybook is missing at the moment: " + name + ".");
    }
    return service;
  }
}
