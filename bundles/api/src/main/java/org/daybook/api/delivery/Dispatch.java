package org.daybook.api.delivery;

/**
 * What a channel is to send.
 *
 * @param deliveryId names the delivery; the same at every attempt
 * @param envelopeSender where bounces go (RFC 5321 reverse-path)
 * @param recipient one address
 * @param message an RFC 5322 message, to be sent byte for byte
 */
public record Dispatch(
    String deliveryId, String envelopeSender, String recipient, byte[] message) {}
