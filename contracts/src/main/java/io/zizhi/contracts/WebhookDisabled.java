package io.zizhi.contracts;

import java.time.Instant;

/**
 * A webhook of an account was disabled because of its receiver. Until the account enables it again, nothing is posted
 * to it.
 *
 * @param subscriptionId id of the webhook's subscription
 * @param accountId the account that owns it
 * @param reason {@code GONE} if the receiver answered 410, {@code FAILING} if it accepted nothing for five days
 * @param disabledAt when it was disabled
 */
public record WebhookDisabled(long subscriptionId, String accountId, String reason, Instant disabledAt)
        implements WebhookEvent {}
