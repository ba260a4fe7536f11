package org.daybook.channels.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.daybook.testkit.DeliveryChannelContract;
import org.daybook.testkit.Examples;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderChannelTest extends DeliveryChannelContract {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Override
  protected DeliveryChannel createChannel() {
    return new FolderChannel(outbox());
  }

  @Override
  protected List<byte[]> arrived() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (Path file : files()) {
      messages.add(Files.readAllBytes(file));
    }
    return messages;
  }

  @Override
  protected Optional<DeliveryChannel> createUnreachableChannel() throws IOException {
    Path file = temporary.newFile("no-folder").toPath();
    return Optional.of(new FolderChannel(file));
  }

  @Test
  public void theFileIsCalledAfterTheDelivery() throws Exception {
    createChannel().send(Examples.dispatch());
    assertThat(files()).containsExactly(outbox().resolve("delivery-1.eml"));
  }

  @Test
  public void sendingAgainReplacesTheFile() throws Exception {
    DeliveryChannel channel = createChannel();
    channel.send(message("delivery-1", "first"));
    channel.send(message("delivery-1", "second"));
    assertThat(files()).hasSize(1);
    assertThat(Files.readString(files().get(0))).isEqualTo("second");
  }

  @Test
  public void noDeliveryCanWriteElsewhere() throws Exception {
    for (String id : List.of("../evil", "a/b", "", ".hidden", "a\u0000b", "C:\\evil")) {
      assertThat(createChannel().send(message(id, "x"))).as(id).isInstanceOf(Receipt.Refused.class);
    }
    assertThat(outbox()).doesNotExist();
  }

  @Test
  public void theFileOfSettingsShowsEveryKeyWithItsDefault() throws IOException {
    Properties file = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/cfg/org.daybook.channels.folder.cfg"))) {
      file.load(in);
    }
    TreeMap<String, String> defaults = new TreeMap<>();
    for (Method key : Config.class.getDeclaredMethods()) {
      defaults.put(key.getName(), String.valueOf(key.getDefaultValue()));
    }
    assertThat(new TreeMap<Object, Object>(file)).isEqualTo(defaults);
  }

  private Path outbox() {
    return temporary.getRoot().toPath().resolve("new/outbox");
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(outbox())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox())) {
      return files.sorted().toList();
    }
  }

  private static Dispatch message(String deliveryId, String text) {
    return new Dispatch(
        deliveryId,
        "bounces@service.test",
        "anna@romashka.test",
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
