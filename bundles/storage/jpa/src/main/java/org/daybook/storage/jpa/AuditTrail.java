package org.daybook.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.daybook.api.store.AuditEntry;
import org.daybook.storage.jpa.row.InstantConverter;

/**
 * What one transaction tells the audit trail. Every second row that is ever written is an entry.
 * They never change, and hardly anybody looks at them before the commit, so EclipseLink need not
 * manage them, which would cost more than to write them.
 */
final class AuditTrail {
  private static final String INSERT =
      """
      INSERT INTO audit_entry
        (id, made_at, actor_id, actor_name, kind, value_id, value_version, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  private final InstantConverter moments = new InstantConverter();
  private final List<AuditEntry> waiting = new ArrayList<>();

  void add(AuditEntry entry) {
    waiting.add(entry);
  }

  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /** Writes what was not written yet. */
  void write(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      if (waiting.size() == 1) {
        fill(insert, waiting.get(0));
        insert.executeUpdate();
      } else {
        for (AuditEntry entry : waiting) {
          fill(insert, entry);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
    waiting.clear();
  }

  private void fill(PreparedStatement insert, AuditEntry entry) throws SQLException {
    insert.setString(1, entry.id());
    insert.setLong(2, moments.convertToDatabaseColumn(entry.at()));
    insert.setString(3, entry.actorId());
    insert.setString(4, entry.actorName());
    insert.setString(5, entry.kind());
    insert.setString(6, entry.valueId());
    insert.setLong(7, entry.version());
    insert.setString(8, entry.change());
  }
}
