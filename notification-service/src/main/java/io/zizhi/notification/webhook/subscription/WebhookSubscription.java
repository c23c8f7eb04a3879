package io.zizhi.notification.webhook.subscription;

import io.zizhi.platform.http.problem.Problems;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A webhook of an account. Its status follows from the verification of its URL and the reason of its disabling. */
@Entity
@DynamicUpdate
@Table(name = "webhook_subscription")
public class WebhookSubscription {

    /** Code of a failed attempt whose receiver asks for no more webhooks. */
    private static final String GONE = "HTTP_410";

    @Id
    @Column(name = "subscription_id")
    private long id;

    @Column
    private String accountId;

    /** Encrypted: see {@link WebhookSeal}. */
    @Column
    private byte[] url;

    /** Keyed hash of scheme, host and port. */
    @Column
    private String receiver;

    /** Encrypted: see {@link WebhookSeal}. */
    @Column
    private byte[] secret;

    /** Encrypted: see {@link WebhookSeal}. */
    private byte @Nullable [] previousSecret;

    private @Nullable Instant previousUntil;

    /** Names separated by commas. */
    @Column
    private String eventTypes;

    @Column
    private String description;

    private @Nullable Instant verifiedAt;

    @Column
    private boolean urlVerified;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabledReason disabledReason;

    private @Nullable Instant disabledAt;

    private @Nullable Instant failingSince;

    private Instant createdAt;

    /** Version for {@code If-Match}; every change raises it, except failures of the receiver. */
    @Column
    private long version;

    /** Used by Hibernate. */
    protected WebhookSubscription() {}

    WebhookSubscription(long id, String accountId, WebhookRequest request, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.createdAt = now;
        fill(request, now);
    }

    /** Copies the fields of the request except the URL; see {@link #receiveAt}. */
    void fill(WebhookRequest request, Instant now) {
        eventTypes = request.types().stream().map(WebhookEventType::type).collect(Collectors.joining(","));
        description = request.descriptionOrEmpty();
        if (!request.enabledOrDefault()) {
            disable(disabledReason == null ? DisabledReason.BY_OWNER : disabledReason, now);
        } else if (disabledReason != null) {
            disabledReason = null;
            disabledAt = null;
            failingSince = null;
        }
        version++;
    }

    /** Sets the URL, which must be verified. */
    void receiveAt(byte[] encryptedUrl, String receiverHash) {
        url = encryptedUrl.clone();
        receiver = receiverHash;
        urlVerified = false;
        failingSince = null;
    }

    /** Sets the secret that signs webhooks. */
    void sign(byte[] encryptedSecret) {
        secret = encryptedSecret.clone();
    }

    /** Replaces the secret. The old one signs too until the given time. */
    void rotate(byte[] encryptedSecret, byte[] encryptedPrevious, Instant previousEnds) {
        sign(encryptedSecret);
        previousSecret = encryptedPrevious.clone();
        previousUntil = previousEnds;
        version++;
    }

    /** Records that the receiver echoed a challenge. */
    void verified(Instant now) {
        urlVerified = true;
        verifiedAt = verifiedAt == null ? now : verifiedAt;
        failingSince = null;
        version++;
    }

    /**
     * Records a failed attempt. Disables the webhook after 410, or if the receiver has accepted nothing for too long.
     *
     * @return whether it is now disabled
     */
    boolean failed(String code, Instant now, Duration disableAfter) {
        if (status() != WebhookSubscriptionStatus.ENABLED) {
            return false;
        }
        failingSince = failingSince == null ? now : failingSince;
        if (code.equals(GONE)) {
            disable(DisabledReason.GONE, now);
        } else if (!now.isBefore(failingSince.plus(disableAfter))) {
            disable(DisabledReason.FAILING, now);
        }
        return disabledReason != null;
    }

    private void disable(DisabledReason reason, Instant now) {
        if (disabledReason == null) {
            disabledAt = now;
            version++;
        }
        disabledReason = reason;
    }

    /** Fails with 412 unless {@code expected} is the current version. */
    WebhookSubscription requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The webhook is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    /** Fails with 409 if it was changed since that version. */
    void requireUnchanged(long since) {
        if (version != since) {
            throw Problems.conflict(
                    "WEBHOOK_CHANGED", "The webhook was changed during the challenge. Verify it again.");
        }
    }

    /** Fails with 409 if it is disabled. */
    void requireNotDisabled() {
        if (status() == WebhookSubscriptionStatus.DISABLED) {
            throw Problems.conflict("WEBHOOK_DISABLED", "The webhook is disabled. Enable it first.");
        }
    }

    /** Fails with 409 unless events are posted to it. */
    public WebhookSubscription requireEnabled() {
        requireNotDisabled();
        if (status() != WebhookSubscriptionStatus.ENABLED) {
            throw Problems.conflict("WEBHOOK_NOT_VERIFIED", "The URL is not verified. Verify it first.");
        }
        return this;
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public WebhookSubscriptionStatus status() {
        if (disabledReason != null) {
            return WebhookSubscriptionStatus.DISABLED;
        }
        return urlVerified ? WebhookSubscriptionStatus.ENABLED : WebhookSubscriptionStatus.PENDING_VERIFICATION;
    }

    /** Returns whether a receiver was ever verified and the event is chosen. */
    public boolean takes(WebhookEventType type) {
        return verifiedAt != null && eventTypes().contains(type.type());
    }

    /** Returns the keyed hash of the URL's origin. */
    public String receiver() {
        return receiver;
    }

    List<String> eventTypes() {
        return Arrays.asList(eventTypes.split(","));
    }

    String description() {
        return description;
    }

    @Nullable
    DisabledReason disabledReason() {
        return disabledReason;
    }

    @Nullable
    Instant disabledAt() {
        return disabledAt;
    }

    @Nullable
    Instant verifiedAt() {
        return verifiedAt;
    }

    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    byte[] encryptedUrl() {
        return url.clone();
    }

    byte[] encryptedSecret() {
        return secret.clone();
    }

    /** Returns the previous secret while it still signs. */
    Optional<byte[]> encryptedPreviousSecret(Instant now) {
        return Optional.ofNullable(previousSecret)
                .filter(any -> overlapEnd(now) != null)
                .map(byte[]::clone);
    }

    /** Returns until when the previous secret signs; null if it does not. */
    @Nullable
    Instant overlapEnd(Instant now) {
        return previousUntil != null && previousUntil.isAfter(now) ? previousUntil : null;
    }
}
