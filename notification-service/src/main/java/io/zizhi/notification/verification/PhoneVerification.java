package io.zizhi.notification.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One code sent to one number for one account, and what became of it. All instants are the database's. */
@Entity
@Table(name = "phone_verification")
public class PhoneVerification {

    /** How long a code may be entered. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(5);

    /** How long a verified number may be named in a submission. */
    public static final Duration USABLE_FOR = Duration.ofMinutes(30);

    /** How long a submission may take between its reservation and its event. */
    public static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    /** Wrong tries that end a code. */
    public static final int MAX_TRIES = 5;

    @Id
    @Column(name = "verification_id")
    private String id;

    private String accountId;

    /** Encrypted for the account. */
    private byte[] phone;

    /** Blind index of the eleven digits. */
    private String phoneIndex;

    /**
     * Keyed hash; gone once the code was entered, superseded or exhausted. Of a code that merely expired it stays until
     * the next one for the number, or as long as the row.
     */
    private @Nullable String codeHash;

    @Enumerated(EnumType.STRING)
    private PhoneVerificationStatus status;

    private int wrongTries;

    @Column
    private Instant issuedAt;

    private Instant expiresAt;

    private @Nullable Instant usableUntil;

    private @Nullable Long qualificationId;

    private @Nullable Integer revision;

    private @Nullable Instant reservedUntil;

    /** For Hibernate. */
    protected PhoneVerification() {}

    private PhoneVerification(
            String id, String accountId, byte[] phone, String phoneIndex, String codeHash, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.phone = phone;
        this.phoneIndex = phoneIndex;
        this.codeHash = codeHash;
        this.status = PhoneVerificationStatus.ISSUED;
        this.issuedAt = now;
        this.expiresAt = now.plus(CODE_LIFE);
    }

    static PhoneVerification issue(
            String id, String accountId, byte[] phone, String phoneIndex, String codeHash, Instant now) {
        return new PhoneVerification(id, accountId, phone, phoneIndex, codeHash, now);
    }

    /** A newer code for the same account and number ends this one. */
    void supersede() {
        moveTo(PhoneVerificationStatus.SUPERSEDED);
    }

    /** Judges a code by its hash, in constant time, and counts a wrong one. */
    CodeVerdict enter(String hash, Instant now) {
        return switch (status) {
            case VERIFIED, USED -> CodeVerdict.SPENT;
            case SUPERSEDED -> CodeVerdict.SUPERSEDED;
            case EXHAUSTED -> CodeVerdict.EXHAUSTED;
            case ISSUED -> now.isBefore(expiresAt) ? compare(hash, now) : CodeVerdict.EXPIRED;
        };
    }

    private CodeVerdict compare(String hash, Instant now) {
        if (codeHash != null && MessageDigest.isEqual(ascii(codeHash), ascii(hash))) {
            moveTo(PhoneVerificationStatus.VERIFIED);
            usableUntil = now.plus(USABLE_FOR);
            return CodeVerdict.RIGHT;
        }
        wrongTries++;
        if (wrongTries >= MAX_TRIES) {
            moveTo(PhoneVerificationStatus.EXHAUSTED);
        }
        return CodeVerdict.WRONG;
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a submission of {@code account} may name the number. Who holds the reservation does not matter here. */
    Usability usability(String account, @Nullable String index, Instant now) {
        if (!accountId.equals(account)) {
            return Usability.NOT_FOUND;
        }
        if (!phoneIndex.equals(index)) {
            return Usability.PHONE_MISMATCH;
        }
        return switch (status) {
            case USED -> Usability.USED;
            case VERIFIED -> usableUntil != null && now.isBefore(usableUntil) ? Usability.VERIFIED : Usability.EXPIRED;
            case ISSUED -> now.isBefore(expiresAt) ? Usability.NOT_VERIFIED : Usability.EXPIRED;
            case SUPERSEDED, EXHAUSTED -> Usability.NOT_VERIFIED;
        };
    }

    /** Whether {@code submission} may hold the number: like {@link #usability}, and nobody else holds it. */
    Usability availability(String account, @Nullable String index, SubmittedRevision submission, Instant now) {
        boolean leased = reservedUntil != null && now.isBefore(reservedUntil);
        boolean own = isOf(submission);
        Usability usability = usability(account, index, now);
        return switch (usability) {
            case VERIFIED -> leased && !own ? Usability.RESERVED : Usability.VERIFIED;
            case EXPIRED -> leased && own ? Usability.VERIFIED : Usability.EXPIRED;
            case NOT_VERIFIED, USED, RESERVED, PHONE_MISMATCH, NOT_FOUND -> usability;
        };
    }

    /** Holds the number for {@code submission}, or holds it longer; {@link #availability} was asked before. */
    Instant reserve(SubmittedRevision submission, Instant now) {
        if (status != PhoneVerificationStatus.VERIFIED) {
            throw new IllegalStateException("A number that is " + status + " cannot be reserved");
        }
        qualificationId = submission.qualificationId();
        revision = submission.revision();
        Instant until = now.plus(RESERVED_FOR);
        reservedUntil = until;
        return until;
    }

    /**
     * The submission was made. True when the number now serves it, also when the lease ran out meanwhile; false when
     * the number went to another submission after that.
     */
    boolean confirm(SubmittedRevision submission) {
        if (status == PhoneVerificationStatus.VERIFIED && (qualificationId == null || isOf(submission))) {
            moveTo(PhoneVerificationStatus.USED);
            qualificationId = submission.qualificationId();
            revision = submission.revision();
            reservedUntil = null;
        }
        return status == PhoneVerificationStatus.USED && isOf(submission);
    }

    /** Whether a revision of the qualification reserved it or uses it. */
    boolean isOf(long otherQualification) {
        return qualificationId != null && qualificationId == otherQualification;
    }

    private boolean isOf(SubmittedRevision submission) {
        return qualificationId != null
                && revision != null
                && qualificationId == submission.qualificationId()
                && revision == submission.revision();
    }

    private void moveTo(PhoneVerificationStatus next) {
        if (!status.canMoveTo(next)) {
            throw new IllegalStateException("A phone verification cannot move from " + status + " to " + next);
        }
        status = next;
        codeHash = null;
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    byte[] encryptedPhone() {
        return phone.clone();
    }

    String phoneIndex() {
        return phoneIndex;
    }

    PhoneVerificationStatus status() {
        return status;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant usableUntil() {
        return usableUntil;
    }
}
