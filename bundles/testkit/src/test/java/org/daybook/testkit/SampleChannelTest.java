package org.daybook.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;

/** That a small channel can keep the contract. */
public class SampleChannelTest extends DeliveryChannelContract {
  private final Map<String, byte[]> box = new ConcurrentHashMap<>();

  @Override
  protected DeliveryChannel createChannel() {
    return new BoxChannel(Optional.of(box));
  }

  @Override
  protected Optional<DeliveryChannel> createUnconfiguredChannel() {
    return Optional.of(new BoxChannel(Optional.empty()));
  }

  @Override
  protected Optional<DeliveryChannel> createUnreachableChannel() {
    return Optional.of(new BoxChannel(Optional.empty()));
  }

  @Override
  protected List<byte[]> arrived() {
    Collection<byte[]> messages = box.values();
    return List.copyOf(messages);
  }

  private record BoxChannel(Optional<Map<String, byte[]>> messages) implements DeliveryChannel {
    @Override
    public String id() {
      return "box";
    }

    @Override
    public boolean ready() {
      return messages.isPresent();
    }

    @Override
    public Receipt send(Dispatch dispatch) {
      if (!dispatch.recipient().matches("[a-z]+@[a-z.]+")) {
        return new Receipt.Refused("No address.");
      }
      if (messages.isEmpty()) {
        return new Receipt.Deferred("No box.");
      }
      messages.get().put(dispatch.deliveryId(), dispatch.message());
      return new Receipt.Sent("In the box.");
    }
  }
}
