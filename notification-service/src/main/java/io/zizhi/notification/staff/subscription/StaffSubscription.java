package io.zizhi.notification.staff.subscription;

import io.zizhi.notification.sender.SmsLanguage;
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
import org.jspecify.annotations.Nullable;

/** That somebody of the staff wants to be told. Deleted, it stays as what its notices were for, without number or URL. */
@Entity
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

    /** Raised by every change; what {@code If-Match} names. */
    private long version;

    /** For Hibernate. */
    protected StaffSubscription() {}

    StaffSubscription(long id, StaffSubscriptionRequest request, Instant now) {
        this.id = id;
        this.channel = request.channel();
        this.createdAt = now;
        fill(request);
    }

    /** Takes over what the request says, but for whom to tell: see {@link #tell}, {@link #post} and {@link #sign}. */
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

    /** From now on that number is told. */
    void tell(byte[] encryptedPhone) {
        phone = encryptedPhone.clone();
    }

    /** From now on webhooks go there. */
    void post(byte[] encryptedUrl) {
        url = encryptedUrl.clone();
    }

    /** From now on webhooks are signed by that. */
    void sign(byte[] encryptedSecret) {
        secret = encryptedSecret.clone();
    }

    /** Nobody is told any more, and whom to tell is forgotten. */
    void delete(Instant now) {
        deletedAt = now;
        phone = null;
        url = null;
        secret = null;
        version++;
    }

    /** 412 unless {@code expected} is the newest version. */
    StaffSubscription requireVersion(long expected) {
        if (version != expected) {
            throw Problems.preconditionFailed("The subscription is at version " + version + ", not " + expected + ".");
        }
        return this;
    }

    public long id() {
        return id;
    }

    /** What staff call it. */
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

    /** For how long what happens is gathered into one notice; 1 to 60 minutes. */
    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }

    /** What happened before is not told. */
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
