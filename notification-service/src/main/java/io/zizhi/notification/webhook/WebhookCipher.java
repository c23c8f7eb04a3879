package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Encrypts the target of a webhook before it is stored, and decrypts it for the request. */
@ApplicationScoped
public class WebhookCipher {

    private static final String TABLE = "webhook_delivery";

    private final AccountCiphers ciphers;
    private final BlindIndex index;

    WebhookCipher(AccountCiphers ciphers, BlindIndex index) {
        this.ciphers = ciphers;
        this.index = index;
    }

    Uni<WebhookDelivery> close(WebhookOrder order, Instant now) {
        return ciphers.forAccount(order.accountId())
                .map(cipher -> new WebhookDelivery(
                        order,
                        cipher.encrypt(order.to().url(), urlOf(order.id())),
                        cipher.encrypt(order.to().secret(), secretOf(order.id())),
                        receiver(order.to().url(), index).stored(),
                        now));
    }

    Uni<Receiver> open(WebhookDelivery delivery) {
        return ciphers.forAccount(delivery.accountId())
                .map(cipher -> new Receiver(
                        cipher.decrypt(delivery.encryptedUrl(), urlOf(delivery.id())),
                        cipher.decrypt(delivery.encryptedSecret(), secretOf(delivery.id()))));
    }

    /**
     * Returns the hash of the receiver's origin. Webhooks to one host share a turn, whatever paths their subscriptions
     * name. While the key of blind indexes is being replaced, a host may have two turns.
     */
    public static BlindHash receiver(String url, BlindIndex index) {
        String origin = TargetUrl.parse(url).map(TargetUrl::origin).orElse(url);
        return index.of("webhook_delivery.receiver", origin);
    }

    private static FieldAddress urlOf(String id) {
        return new FieldAddress(TABLE, "url", id);
    }

    private static FieldAddress secretOf(String id) {
        return new FieldAddress(TABLE, "secret", id);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(BlindIndex index) {
        return EncryptedTable.of("webhook_delivery", "webhook_id", "text", "url", "secret")
                .hashed("url", "receiver", url -> receiver(url, index));
    }
}
