package io.zizhi.notification.sender.quota;

import java.time.Duration;

/**
 * The right to hand one message over to a sender.
 *
 * @param sender its name
 * @param delay how long the rate of the sender makes the hand-over wait; at most half a second
 */
public record Reservation(String sender, Duration delay) {}
