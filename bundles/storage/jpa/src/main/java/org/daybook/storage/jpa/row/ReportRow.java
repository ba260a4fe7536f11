package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.daybook.api.report.ReportState;
import org.daybook.api.report.VisitReport;

/** A row of {@code visit_report}. */
@Entity
@Table(name = "visit_report")
public class ReportRow extends VersionedRow<VisitReport> {
  @Column(name = "report_number")
  private String number;

  @Column(name = "revision")
  private int revision;

  @Column(name = "visit_id")
  private String visitId;

  @Column(name = "client_id")
  private String clientId;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private ReportState state;

  @Concealed
  @Column(name = "snapshot")
  private String snapshot;

  @Column(name = "sha256")
  private String sha256;

  @Convert(converter = InstantConverter.class)
  @Column(name = "created_at")
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  @Column(name = "released_at")
  private Instant releasedAt;

  @Column(name = "reason")
  private String reason;

  @Column(name = "chain_number")
  private int sequence;

  @Column(name = "previous_sha256")
  private String previousSha256;

  @Override
  protected void copy(VisitReport visitReport) {
    number = visitReport.number();
    revision = visitReport.revision();
    visitId = visitReport.visitId();
    clientId = visitReport.clientId();
    state = visitReport.state();
    snapshot = visitReport.snapshot();
    sha256 = visitReport.sha256();
    createdAt = InstantConverter.stored(visitReport.createdAt());
    releasedAt = InstantConverter.stored(visitReport.releasedAt().orElse(null));
    reason = visitReport.reason().orElse(null);
    sequence = visitReport.sequence();
    previousSha256 = visitReport.previousSha256().orElse(null);
  }

  @Override
  public VisitReport value() {
    return VisitReport.builder()
        .id(id())
        .number(number)
        .revision(revision)
        .visitId(visitId)
        .clientId(clientId)
        .state(state)
        .snapshot(snapshot)
        .sha256(sha256)
        .createdAt(createdAt)
        .releasedAt(Optional.ofNullable(releasedAt))
        .reason(Optional.ofNullable(reason))
        .sequence(sequence)
        .previousSha256(Optional.ofNullable(previousSha256))
        .version(currentVersion())
        .build();
  }
}
