package io.zizhi.notification.webhook;

import io.zizhi.notification.outbound.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A finished attempt to post a webhook.
 *
 * @param attempt result of the attempt
 * @param answer of the receiver; null if there was none
 * @param took from the look-up of the host to the answer or the failure
 */
public record Posted(Attempt attempt, @Nullable Answer answer, Duration took) {}
