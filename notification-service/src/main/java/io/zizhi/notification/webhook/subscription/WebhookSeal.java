package io.zizhi.notification.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.notification.webhook.WebhookCipher;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the URL and the secrets of webhooks with the key of their account. */
@ApplicationScoped
class WebhookSeal {

    /** How long the previous secret signs too, so that receivers can change over. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final AccountCiphers ciphers;
    private final BlindIndex index;

    WebhookSeal(AccountCiphers ciphers, BlindIndex index) {
        this.ciphers = ciphers;
        this.index = index;
    }

    /** Encrypts and sets URL and secret of a new webhook. */
    Uni<WebhookSubscription> close(WebhookSubscription webhook, TargetUrl url, String secret) {
        return ciphers.forAccount(webhook.accountId())
                .invoke(cipher -> {
                    receiveAt(webhook, url, cipher);
                    webhook.sign(cipher.encrypt(secret, field(webhook, "secret")));
                })
                .replaceWith(webhook);
    }

    /** Encrypts and sets the URL if it differs from the current one. */
    Uni<WebhookSubscription> changeUrl(WebhookSubscription webhook, TargetUrl url) {
        return ciphers.forAccount(webhook.accountId())
                .invoke(cipher -> {
                    if (!url.uri().toString().equals(url(cipher, webhook))) {
                        receiveAt(webhook, url, cipher);
                    }
                })
                .replaceWith(webhook);
    }

    /** Replaces the secret; the old one signs too for a day. */
    Uni<WebhookSubscription> rotate(WebhookSubscription webhook, String secret, Instant now) {
        return ciphers.forAccount(webhook.accountId())
                .invoke(cipher -> webhook.rotate(
                        cipher.encrypt(secret, field(webhook, "secret")),
                        cipher.encrypt(secret(cipher, webhook), field(webhook, "previous_secret")),
                        now.plus(OVERLAP)))
                .replaceWith(webhook);
    }

    Uni<Receiver> receiver(WebhookSubscription webhook, Instant now) {
        return ciphers.forAccount(webhook.accountId()).map(cipher -> {
            List<String> secrets = new ArrayList<>(List.of(secret(cipher, webhook)));
            webhook.encryptedPreviousSecret(now)
                    .map(previous -> cipher.decrypt(previous, field(webhook, "previous_secret")))
                    .ifPresent(secrets::add);
            return new Receiver(url(cipher, webhook), secrets);
        });
    }

    /** @param secret to show, once; null otherwise */
    Uni<WebhookView> view(WebhookSubscription webhook, @Nullable String secret, Instant now) {
        return ciphers.forAccount(webhook.accountId())
                .map(cipher -> WebhookView.from(webhook, url(cipher, webhook), secret, now));
    }

    private void receiveAt(WebhookSubscription webhook, TargetUrl url, AccountCipher cipher) {
        String text = url.uri().toString();
        webhook.receiveAt(
                cipher.encrypt(text, field(webhook, "url")),
                WebhookCipher.receiver(text, index).stored());
    }

    private static String url(AccountCipher cipher, WebhookSubscription webhook) {
        return cipher.decrypt(webhook.encryptedUrl(), field(webhook, "url"));
    }

    private static String secret(AccountCipher cipher, WebhookSubscription webhook) {
        return cipher.decrypt(webhook.encryptedSecret(), field(webhook, "secret"));
    }

    private static FieldAddress field(WebhookSubscription webhook, String column) {
        return new FieldAddress("webhook_subscription", column, Long.toString(webhook.id()));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(BlindIndex index) {
        return EncryptedTable.of(
                        "webhook_subscription", "subscription_id", "bigint", "url", "secret", "previous_secret")
                .hashed("url", "receiver", url -> WebhookCipher.receiver(url, index));
    }
}
