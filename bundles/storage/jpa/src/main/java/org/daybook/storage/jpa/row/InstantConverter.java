package org.daybook.storage.jpa.row;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Moments as microseconds since 1970-01-01T00:00Z. Derby's TIMESTAMP has no zone and would shift
 * with the JVM's default zone and its clock changes; a number is the same everywhere.
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Long> {
  private static final long MICROS = 1_000_000;

  /** A moment as the database will give it back, so that what was stored equals what is read. */
  static Instant stored(Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Long convertToDatabaseColumn(Instant moment) {
    if (moment == null) {
      return null;
    }
    long seconds = Math.multiplyExact(moment.getEpochSecond(), MICROS);
    return Math.addExact(seconds, moment.getNano() / 1000);
  }

  @Override
  public Instant convertToEntityAttribute(Long micros) {
    if (micros == null) {
      return null;
    }
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
  }
}
