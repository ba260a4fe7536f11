package org.daybook.sources.routine;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.daybook.api.directory.AssetKind;
import org.daybook.api.regulation.Frequency;
import org.daybook.api.regulation.RegulationItem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one file of a regulation (YAML 1.1); every complaint names the file and the line. */
final class RegulationReader {

  private static final Pattern ITEM_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final int MAX_TITLE = 300;

  private final String file;

  private RegulationReader(String file) {
    this.file = file;
  }

  static FileContent read(Path path) throws RegulationException {
    String file = path.getFileName().toString();
    try {
      return new RegulationReader(file).parse(Files.readString(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new RegulationException(file + " is not UTF-8.", e);
    } catch (IOException e) {
      throw new RegulationException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private FileContent parse(String text) throws RegulationException {
    MappingNode root = mapping(compose(text), "the file");
    Map<String, Node> fields = fields(root, "kind", "items");
    AssetKind kind = kind(fields.get("kind"));
    List<RegulationItem> items = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node node : sequence(fields.get("items")).getValue()) {
      RegulationItem item = item(node);
      if (!ids.add(item.id())) {
        throw wrong(node, "the item " + item.id() + " is there twice");
      }
      items.add(item);
      lines.add(line(node));
    }
    if (items.isEmpty()) {
      throw wrong(fields.get("items"), "there is no item");
    }
    return new FileContent(kind, items, lines);
  }

  /** The tree with its places in the text; nothing is constructed from it. */
  private Node compose(String text) throws RegulationException {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      if (root == null) {
        throw new RegulationException(file + " is empty.");
      }
      return root;
    } catch (MarkedYAMLException e) {
      String at = e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
      throw new RegulationException(file + at + ": " + e.getProblem() + ".", e);
    } catch (YAMLException e) {
      throw new RegulationException(file + ": " + e.getMessage() + ".", e);
    }
  }

  private AssetKind kind(Node node) throws RegulationException {
    String name = text(node, "kind");
    return Arrays.stream(AssetKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    node,
                    "kind must be one of "
                        + Arrays.stream(AssetKind.values())
                            .map(AssetKind::name)
                            .collect(joining(", "))
                        + ", is "
                        + name));
  }

  private RegulationItem item(Node node) throws RegulationException {
    Map<String, Node> fields =
        fields(mapping(node, "an item"), "id", "title", "frequency", "mandatory");
    String id = text(fields.get("id"), "id");
    if (!ITEM_ID.matcher(id).matches()) {
      throw wrong(fields.get("id"), "id must be lower-case letters, digits and hyphens, is " + id);
    }
    Map<String, Node> titles =
        fields(mapping(fields.get("title"), "the title of " + id), "ru", "en");
    return RegulationItem.builder()
        .id(id)
        .titleRu(title(titles.get("ru"), "ru"))
        .titleEn(title(titles.get("en"), "en"))
        .frequency(frequency(fields.get("frequency"), id))
        .mandatory(bool(fields.get("mandatory"), id))
        .build();
  }

  private Frequency frequency(Node node, String id) throws RegulationException {
    String word = text(node, "frequency");
    return Arrays.stream(Frequency.values())
        .filter(frequency -> word(frequency).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    node,
                    "frequency of "
                        + id
                        + " must be every-visit, monthly or quarterly, is "
                        + word));
  }

  /** As files write it. */
  private static String word(Frequency frequency) {
    return frequency.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String title(Node node, String language) throws RegulationException {
    String title = text(node, language);
    if (title.length() > MAX_TITLE) {
      throw wrong(node, "a title has at most " + MAX_TITLE + " characters");
    }
    if (title.codePoints().anyMatch(RegulationReader::breaksLine)) {
      throw wrong(node, "a title must not have tabs, line breaks or other control characters");
    }
    return title;
  }

  /** What the platform takes into no name: a title is a line of reports and letters. */
  private static boolean breaksLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private boolean bool(Node node, String id) throws RegulationException {
    String word = text(node, "mandatory");
    if (!word.equals("true") && !word.equals("false")) {
      throw wrong(node, "mandatory of " + id + " must be true or false, is " + word);
    }
    return word.equals("true");
  }

  /** All of these fields and no other: a misspelt name must not go unnoticed. */
  private Map<String, Node> fields(MappingNode node, String... names) throws RegulationException {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String name = text(tuple.getKeyNode(), "a name");
      if (!List.of(names).contains(name)) {
        throw wrong(tuple.getKeyNode(), "unknown field " + name);
      }
      if (fields.put(name, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), name + " is there twice");
      }
    }
    for (String name : names) {
      if (!fields.containsKey(name)) {
        throw wrong(node, name + " is missing");
      }
    }
    return fields;
  }

  private MappingNode mapping(Node node, String what) throws RegulationException {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw wrong(node, what + " must consist of fields with values");
  }

  private SequenceNode sequence(Node node) throws RegulationException {
    if (node instanceof SequenceNode sequence) {
      return sequence;
    }
    throw wrong(node, "items must be a list");
  }

  private String text(Node node, String name) throws RegulationException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong(node, name + " must be a text");
  }

  private RegulationException wrong(Node node, String complaint) {
    return new RegulationException(RegulationException.at(file, line(node), complaint));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
