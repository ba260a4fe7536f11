package org.daybook.core.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportDocument;

/**
 * A report as JSON and back. The stored snapshot is the canonical form (RFC 8785) without the
 * member {@code sha256}, because a text cannot hold its own hash; what machines get has it.
 */
final class ReportJson {
  private static final String HASH = "sha256";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          // A snapshot must stay readable when later versions have written more into it.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              Optional.class,
              each ->
                  each.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)))
          .addMixIn(Block.class, TypedBlock.class)
          .build();

  ReportJson() {
    mapper.registerSubtypes(
        new NamedType(Block.Paragraph.class, "paragraph"),
        new NamedType(Block.KeyFigures.class, "keyFigures"),
        new NamedType(Block.Table.class, "table"),
        new NamedType(Block.TaskList.class, "taskList"),
        new NamedType(Block.StatusGrid.class, "statusGrid"),
        new NamedType(Block.BarChart.class, "barChart"),
        new NamedType(Block.Pictures.class, "pictures"));
  }

  /** Says of each block which one it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface TypedBlock {}

  /** What is stored and hashed. */
  String snapshot(ReportDocument report) {
    ObjectNode tree = mapper.valueToTree(report);
    tree.remove(HASH);
    return CanonicalJson.write(tree);
  }

  /** What machines get: the snapshot with its hash. */
  String json(ReportDocument report) {
    ObjectNode tree = mapper.valueToTree(report);
    return CanonicalJson.write(tree);
  }

  /**
   * Reads a snapshot.
   *
   * @throws IllegalArgumentException if it is none
   */
  ReportDocument read(String snapshot, String sha256) {
    try {
      ObjectNode tree = (ObjectNode) mapper.readTree(snapshot);
      tree.put(HASH, sha256);
      return mapper.treeToValue(tree, ReportDocument.class);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("The snapshot cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Blocks as they will be read back from the snapshot.
   *
   * @throws IllegalArgumentException if something in them is null, a text or number has no
   *     canonical form, or they are larger than {@code maxBytes} in the snapshot
   */
  List<Block> checked(List<Block> blocks, int maxBytes) {
    List<Block> read = new ArrayList<>();
    int size = 0;
    for (Block block : blocks) {
      JsonNode tree = mapper.valueToTree(block);
      refuseNulls(tree);
      size += CanonicalJson.write(tree).getBytes(StandardCharsets.UTF_8).length;
      if (size > maxBytes) {
        throw new IllegalArgumentException("its answer is larger than " + maxBytes + " bytes");
      }
      read.add(mapper.convertValue(tree, Block.class));
    }
    if (!read.equals(blocks)) {
      throw new IllegalArgumentException("something in its blocks is null");
    }
    return List.copyOf(read);
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void refuseNulls(JsonNode tree) {
    if (tree.isNull()) {
      throw new IllegalArgumentException("a text in a block is null");
    }
    tree.forEach(ReportJson::refuseNulls);
  }
}
