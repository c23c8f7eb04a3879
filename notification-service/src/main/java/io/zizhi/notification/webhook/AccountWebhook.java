package io.zizhi.notification.webhook;

/**
 * A webhook of an account to deliver.
 *
 * @param id at most 64 characters; the same for the same event and subscription, so that receivers detect duplicates
 * @param accountId account that owns the subscription
 * @param subscriptionId subscription, whose current URL and secrets are used
 * @param receiver keyed hash of the URL's origin, see {@link WebhookCipher#receiver}
 * @param eventType type of the event, for example {@code qualification.approved}
 * @param body JSON without personal data
 */
public record AccountWebhook(
        String id, String accountId, long subscriptionId, String receiver, String eventType, String body) {}
