package io.zizhi.notification.staff.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.TargetUrl;
import io.zizhi.notification.webhook.Receiver;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the recipients of subscriptions. Staff belong to no account, so they share one key. */
@ApplicationScoped
public class SubscriptionSeal {

    /** Replaces the account id in messages to staff. */
    public static final String STAFF = ReservedAccounts.STAFF;

    private final AccountCiphers ciphers;

    SubscriptionSeal(AccountCiphers ciphers) {
        this.ciphers = ciphers;
    }

    /** Encrypts the recipient. Fields that the recipient omits keep their value. */
    Uni<StaffSubscription> close(StaffSubscription subscription, Recipient recipient) {
        return ciphers.forAccount(STAFF)
                .invoke(cipher -> close(cipher, subscription, recipient))
                .replaceWith(subscription);
    }

    private static void close(AccountCipher cipher, StaffSubscription subscription, Recipient recipient) {
        Phone phone = recipient.phone();
        if (phone != null) {
            subscription.storePhone(cipher.encrypt(phone.reveal(), field(subscription, "phone")));
        }
        TargetUrl url = recipient.url();
        if (url != null) {
            subscription.post(cipher.encrypt(url.uri().toString(), field(subscription, "url")));
        }
    }

    /** Encrypts and sets the secret that signs webhooks. */
    Uni<StaffSubscription> closeSecret(StaffSubscription subscription, @Nullable String secret) {
        return ciphers.forAccount(STAFF)
                .invoke(cipher -> {
                    if (secret != null) {
                        subscription.sign(cipher.encrypt(secret, field(subscription, "secret")));
                    }
                })
                .replaceWith(subscription);
    }

    /** Decrypts the phone number; empty if the subscription was deleted. */
    public Uni<Optional<Phone>> phone(StaffSubscription subscription) {
        return ciphers.forAccount(STAFF).map(cipher -> phone(cipher, subscription));
    }

    /** Decrypts the target of webhooks; empty if the subscription was deleted. */
    public Uni<Optional<Receiver>> receiver(StaffSubscription subscription) {
        return ciphers.forAccount(STAFF)
                .map(cipher -> url(cipher, subscription)
                        .flatMap(url -> open(cipher, subscription.encryptedSecret(), field(subscription, "secret"))
                                .map(secret -> new Receiver(url, secret))));
    }

    Uni<StaffSubscriptionView> view(StaffSubscription subscription) {
        return ciphers.forAccount(STAFF).map(cipher -> view(cipher, subscription));
    }

    Uni<List<StaffSubscriptionView>> views(List<StaffSubscription> subscriptions) {
        return ciphers.forAccount(STAFF)
                .map(cipher ->
                        subscriptions.stream().map(each -> view(cipher, each)).toList());
    }

    private static StaffSubscriptionView view(AccountCipher cipher, StaffSubscription subscription) {
        return StaffSubscriptionView.from(
                subscription,
                phone(cipher, subscription).orElse(null),
                url(cipher, subscription)
                        .flatMap(TargetUrl::parse)
                        .map(TargetUrl::origin)
                        .orElse(null));
    }

    private static Optional<Phone> phone(AccountCipher cipher, StaffSubscription subscription) {
        return open(cipher, subscription.encryptedPhone(), field(subscription, "phone"))
                .map(Phone::of);
    }

    private static Optional<String> url(AccountCipher cipher, StaffSubscription subscription) {
        return open(cipher, subscription.encryptedUrl(), field(subscription, "url"));
    }

    private static Optional<String> open(AccountCipher cipher, Optional<byte[]> encrypted, FieldAddress address) {
        return encrypted.map(bytes -> cipher.decrypt(bytes, address));
    }

    private static FieldAddress field(StaffSubscription subscription, String column) {
        return new FieldAddress("staff_subscription", column, Long.toString(subscription.id()));
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("staff_subscription", "subscription_id", "bigint", "phone", "url", "secret")
                .ofAccount(STAFF);
    }
}
