package io.zizhi.notification.webhook;

import io.zizhi.notification.limits.NotificationLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * The pauses between the attempts of a webhook. Webhooks of accounts follow the list of the settings, about three days.
 * A notice to staff is outdated within hours, so its pauses double from a first one and end sooner.
 */
@ApplicationScoped
class RetrySchedule {

    private static final int MOST_DOUBLINGS = 20;

    private static final Duration LONGEST = Duration.ofDays(7);

    /** Pauses are up to a tenth longer, so that the webhooks of a receiver's outage do not return all at once. */
    private static final double JITTER = 0.1;

    private final List<Duration> accountRetries;
    private final Duration first;
    private final Duration longest;
    private final int staffAttempts;
    private final DoubleSupplier random;

    @Inject
    RetrySchedule(WebhookConfig config, NotificationLimits limits) {
        this(
                config,
                limits.webhooks().attempts(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random from 0 to 1 */
    RetrySchedule(WebhookConfig config, int staffAttempts, DoubleSupplier random) {
        this.accountRetries = List.copyOf(config.accountRetries());
        if (accountRetries.stream().anyMatch(pause -> !pause.isPositive() || pause.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "zizhi.webhook.account-retries: each pause must be positive and at most 7 days");
        }
        this.first = config.firstRetry();
        this.longest = config.longestRetry();
        this.staffAttempts = staffAttempts;
        this.random = random;
    }

    /**
     * Returns the pause after the attempt.
     *
     * @param attempt number of the attempt, from 1; a replay begins again with 1
     * @return empty after the last attempt
     */
    Optional<Duration> pauseAfter(int attempt, boolean isOfAccount) {
        if (attempt >= attempts(isOfAccount)) {
            return Optional.empty();
        }
        Duration pause = isOfAccount ? accountRetries.get(attempt - 1) : doubled(attempt);
        return Optional.of(pause.plusMillis((long) (pause.toMillis() * JITTER * random.getAsDouble())));
    }

    /** Returns how long an account's webhook may wait from its event until its receiver is verified. */
    Duration length() {
        return accountRetries.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the greatest number of attempts. */
    int attempts(boolean isOfAccount) {
        return isOfAccount ? accountRetries.size() + 1 : staffAttempts;
    }

    private Duration doubled(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
