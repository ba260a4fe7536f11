package org.daybook.core.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.daybook.api.photo.PhotoSize;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;
import org.daybook.api.report.ReportDocument.Section;
import org.daybook.api.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the bytes of photos into a report that is about to be rendered. The snapshot has their ids
 * and hashes only; bytes that are not those that were frozen are left out.
 */
final class Photographs {
  private static final Logger LOG = LoggerFactory.getLogger(Photographs.class);

  private final Store store;

  Photographs(Store store) {
    this.store = store;
  }

  /**
   * The report with the bytes of its first photos.
   *
   * @param most how many; the others are told of by their captions
   */
  ReportDocument into(ReportDocument report, int most) {
    if (report.sections().stream().noneMatch(Photographs::hasPictures)) {
      return report;
    }
    Album album = new Album(most);
    List<Section> sections = new ArrayList<>();
    for (Section section : report.sections()) {
      List<Block> blocks = new ArrayList<>();
      for (Block block : section.blocks()) {
        blocks.add(
            block instanceof Block.Pictures pictures
                ? new Block.Pictures(
                    pictures.caption(), pictures.pictures().stream().map(album::drawn).toList())
                : block);
      }
      sections.add(new Section(section.id(), section.title(), section.status(), blocks));
    }
    return with(report, sections);
  }

  private static boolean hasPictures(Section section) {
    return section.blocks().stream().anyMatch(Block.Pictures.class::isInstance);
  }

  private Optional<String> base64(Block.Picture picture) {
    Optional<byte[]> bytes = store.read(tx -> tx.photoContent(picture.photoId(), PhotoSize.REPORT));
    Optional<byte[]> frozen = bytes.filter(b -> sha256(b).equals(picture.photoSha256()));
    if (frozen.isEmpty()) {
      LOG.warn(
          "The photo {} is not there as it was frozen; its report goes without it",
          picture.photoId());
    }
    return frozen.map(Base64.getEncoder()::encodeToString);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static ReportDocument with(ReportDocument report, List<Section> sections) {
    return new ReportDocument(
        report.number(),
        report.revision(),
        report.sha256(),
        report.createdAt(),
        report.language(),
        report.zone(),
        report.client(),
        report.clientCode(),
        report.site(),
        report.engineer(),
        report.manager(),
        report.visit(),
        report.arrivedAt(),
        report.departedAt(),
        report.nextVisitAt(),
        report.summary(),
        report.headline(),
        report.decisions(),
        sections,
        report.revised(),
        report.previousSha256(),
        report.branding());
  }

  /** Counts what was drawn. */
  private final class Album {
    private int left;

    Album(int most) {
      left = most;
    }

    Block.Picture drawn(Block.Picture picture) {
      Optional<String> base64 = left > 0 ? base64(picture) : Optional.empty();
      left -= base64.isPresent() ? 1 : 0;
      return new Block.Picture(
          picture.photoId(),
          picture.photoSha256(),
          picture.caption(),
          picture.width(),
          picture.height(),
          base64);
    }
  }
}
