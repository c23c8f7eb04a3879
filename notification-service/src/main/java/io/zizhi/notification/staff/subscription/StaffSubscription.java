package io.zizhi.notification.staff.subscription;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.platform.http.problem.Problems;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A staff member's subscription to review alerts. A deleted subscription is kept for its notices, without number and
 * URL.
 */
@Entity
@DynamicUpdate
@Table(name = "staff_subscription")
public class StaffSubscription {

    @Id
    @Column(name = "subscription_id")
    private long id;

    @Column
    private String name;

    @Column
    private String kinds;

    @Column
    private String policies;

    @Column
    private String subjects;

    @Enumerated(EnumType.STRING)
    private StaffChannel channel;

    /** Encrypted: see {@link SubscriptionSeal}. */
    private byte @Nullable [] phone;

    /** Encrypted: see {@link SubscriptionSeal}. */
    private byte @Nullable [] url;

    /** Encrypted: see {@link SubscriptionSeal}. */
    private byte @Nullable [] secret;

    @Enumerated(EnumType.STRING)
    @Column
    private SmsLanguage language;

    private int windowMinutes;

    private Instant createdAt;

    private @Nullable Instant deletedAt;

    /** Version for {@code If-Match}; every change raises it. */
    private long version;

    /** Used by Hibernate. */
    protected StaffSubscription() {}

    StaffSubscription(long id, StaffSubscriptionRequest request, Instant now) {
        this.id = id;
        this.channel = request.channel();
        this.createdAt = now;
        fill(request);
    }

    /** Copies the fields of the request except the recipient; see {@link #storePhone}, {@link #post} and {@link #sign}. */
    void fill(StaffSubscriptionRequest request) {
        Choice choice = request.choice();
        name = request.name();
        kinds = Choice.stored(choice.kinds());
        policies = Choice.stored(choice.policies());
        subjects = Choice.stored(choice.subjects());
        language = request.languageOrDefault();
        windowMinutes = request.windowMinutesOrDefault();
        version++;
    }

    /** Sets the number that receives notices. */
    void storePhone(byte[] encryptedPhone) {
        phone = encryptedPhone.clone();
    }

    /** Sets the URL that receives webhooks. */
    void post(byte[] encryptedUrl) {
        url = encryptedUrl.clone();
    }

    /** Sets the secret that signs webhooks. */
    void sign(byte[] encryptedSecret) {
        secret = encryptedSecret.clone();
    }

    /** Ends the subscription and purges its recipient. */
    void delete(Instant now) {
        deletedAt = now;
        phone = null;
        url = null;
        secret = null;
        version++;
    }

    /** Fails with 412 unless {@code expected} is the current version. */
    StaffSubscription requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The subscription is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    public long id() {
        return id;
    }

    /** Returns the display name chosen by staff. */
    public String name() {
        return name;
    }

    public Choice choice() {
        return Choice.of(kinds, policies, subjects);
    }

    public StaffChannel channel() {
        return channel;
    }

    public SmsLanguage language() {
        return language;
    }

    /** Returns how long alerts are collected into one notice: 1 to 60 minutes. */
    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }

    /** Returns when it was created. Earlier alerts are not sent. */
    public Instant createdAt() {
        return createdAt;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    long version() {
        return version;
    }

    Optional<byte[]> encryptedPhone() {
        return Optional.ofNullable(phone).map(byte[]::clone);
    }

    Optional<byte[]> encryptedUrl() {
        return Optional.ofNullable(url).map(byte[]::clone);
    }

    Optional<byte[]> encryptedSecret() {
        return Optional.ofNullable(secret).map(byte[]::clone);
    }
}
