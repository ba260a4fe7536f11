package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.plan.MonthPlan;
import org.daybook.api.plan.PlanState;
import org.daybook.api.plan.Unmet;

/** A row of {@code month_plan}. */
@Entity
@Table(name = "month_plan")
public class MonthPlanRow extends VersionedRow<MonthPlan> {
  private static final String TAB = "\t";

  @Column(name = "plan_month")
  private String month;

  @Shadow
  @Column(name = "live_month")
  private String liveMonth;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private PlanState state;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "published_at")
  private Instant publishedAt;

  @Concealed
  @Column(name = "unmet")
  private String unmet;

  @Concealed
  @Column(name = "pinned")
  private String pinned;

  @Column(name = "notes")
  private String notes;

  @Override
  protected void copy(MonthPlan plan) {
    month = plan.month().toString();
    liveMonth = plan.state() == PlanState.SUPERSEDED ? null : month;
    state = plan.state();
    createdAt = InstantConverter.stored(plan.createdAt());
    publishedAt = InstantConverter.stored(plan.publishedAt().orElse(null));
    unmet = Lines.joined(plan.unmet().stream().map(MonthPlanRow::line).toList());
    pinned = Lines.joined(plan.pinned());
    notes = Lines.joined(plan.notes());
  }

  @Override
  public MonthPlan value() {
    return MonthPlan.builder()
        .id(id())
        .month(YearMonth.parse(month))
        .state(state)
        .createdAt(createdAt)
        .publishedAt(Optional.ofNullable(publishedAt))
        .unmet(Lines.split(unmet).stream().map(MonthPlanRow::unmet).toList())
        .pinned(Lines.split(pinned))
        .notes(Lines.split(notes))
        .version(currentVersion())
        .build();
  }

  private static String line(Unmet each) {
    return Lines.joined(List.of(each.clientId(), each.wish().name(), each.reason()), TAB);
  }

  private static Unmet unmet(String line) {
    List<String> parts = Lines.split(line, TAB);
    return new Unmet(parts.get(0), Unmet.Wish.valueOf(parts.get(1)), parts.get(2));
  }
}
