package org.daybook.core.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybook.api.delivery.DeliveryChannel;
import org.daybook.api.delivery.Dispatch;
import org.daybook.api.delivery.Receipt;

/** A channel that answers what it is told to. */
final class FakeChannel implements DeliveryChannel {
  final List<Dispatch> sent = new CopyOnWriteArrayList<>();
  final AtomicInteger named = new AtomicInteger();
  volatile boolean ready = true;
  volatile Answer answer = () -> new Receipt.Sent("250 taken");

  private final String id;

  FakeChannel(String id) {
    this.id = id;
  }

  interface Answer {
    Receipt get() throws Exception;
  }

  Map.Entry<Map<String, Object>, DeliveryChannel> registered() {
    return Map.entry(Map.of(), this);
  }

  @Override
  public String id() {
    named.incrementAndGet();
    return id;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public Receipt send(Dispatch dispatch) throws Exception {
    sent.add(dispatch);
    return answer.get();
  }
}
