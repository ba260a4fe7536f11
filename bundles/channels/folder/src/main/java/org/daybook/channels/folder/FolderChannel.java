package org.daybook.channels.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each message to {@code <delivery>.eml}. A file is there whole or not at all, also after a
 * power cut; sending again replaces it.
 */
@Component(configurationPid = "org.daybook.channels.folder")
@Designate(ocd = Config.class)
public final class FolderChannel implements DeliveryChannel {
  private static final Logger LOG = LoggerFactory.getLogger(FolderChannel.class);
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** As little as a mail server would want, so that what goes here also goes by mail. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

  private final Path directory;

  @Activate
  public FolderChannel(BundleContext context, Config config) {
    this(
        Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("data"))
            .resolve(config.directory().strip()));
  }

  FolderChannel(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    LOG.info("Messages of the channel folder go to {}", this.directory);
  }

  @Override
  public String id() {
    return "folder";
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public Receipt send(Dispatch dispatch) {
    if (!FILE_NAME.matcher(dispatch.deliveryId()).matches()) {
      return new Receipt.Refused("No file can be called " + dispatch.deliveryId() + ".eml.");
    }
    if (!ADDRESS.matcher(dispatch.recipient()).matches()) {
      return new Receipt.Refused("The recipient is not an address: " + dispatch.recipient());
    }
    Path file = directory.resolve(dispatch.deliveryId() + ".eml");
    try {
      Files.createDirectories(directory);
      replace(file, dispatch.message());
      return new Receipt.Sent("Written to " + file + ".");
    } catch (IOException e) {
      return new Receipt.Deferred("Writing " + file + " failed: " + e + ".", true);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      rememberName(file.getParent());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Without this a power cut may forget the name of a file whose content is on the disk. */
  private static void rememberName(Path directory) {
    try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      LOG.debug("The file system of {} cannot sync a folder: {}", directory, e.toString());
    }
  }
}
