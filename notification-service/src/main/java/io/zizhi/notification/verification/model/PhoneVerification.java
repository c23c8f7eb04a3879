package io.zizhi.notification.verification.model;

import io.zizhi.platform.privacy.encryption.BlindHash;
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
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One code sent to one number for one account, and its state. All instants are database time. */
@Entity
@DynamicUpdate
@Table(name = "phone_verification")
public class PhoneVerification {

    /** Lifetime of a code. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(5);

    /** How long a submission may name a verified number. */
    public static final Duration USABLE_FOR = Duration.ofMinutes(30);

    /**
     * Term of a reservation, after which qualification-service is asked for the outcome of its submission. The event of
     * the submission usually arrives within seconds.
     */
    public static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    /** Wrong attempts after which a code is invalid. */
    public static final int MAX_TRIES = 5;

    @Id
    @Column(name = "verification_id")
    private String id;

    private String accountId;

    /** The phone number, encrypted with the account's key. */
    private byte[] phone;

    /** Blind index of the eleven digits. */
    private String phoneIndex;

    /**
     * Keyed hash of the code, deleted when the code is entered, superseded or exhausted. The hash of an expired code
     * stays until the next code for the number, or until the row is purged.
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

    /** Used by Hibernate. */
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

    public static PhoneVerification issue(
            String id, String accountId, byte[] phone, String phoneIndex, String codeHash, Instant now) {
        return new PhoneVerification(id, accountId, phone, phoneIndex, codeHash, now);
    }

    /** Invalidates the code: a newer one was issued for the same account and number. */
    public void supersede() {
        moveTo(PhoneVerificationStatus.SUPERSEDED);
    }

    /**
     * Compares a code by its hashes, in constant time, and counts a wrong one.
     *
     * @param hashes the hashes that the code may be stored with
     */
    public CodeVerdict enter(List<String> hashes, Instant now) {
        return switch (status) {
            case VERIFIED, USED -> CodeVerdict.SPENT;
            case SUPERSEDED -> CodeVerdict.SUPERSEDED;
            case EXHAUSTED -> CodeVerdict.EXHAUSTED;
            case ISSUED -> now.isBefore(expiresAt) ? compare(hashes, now) : CodeVerdict.EXPIRED;
        };
    }

    private CodeVerdict compare(List<String> hashes, Instant now) {
        if (isCode(hashes)) {
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

    private boolean isCode(List<String> hashes) {
        boolean found = false;
        if (codeHash != null) {
            byte[] expected = ascii(codeHash);
            for (String hash : hashes) {
                found |= MessageDigest.isEqual(expected, ascii(hash));
            }
        }
        return found;
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns whether a submission of {@code account} may name the number. Ignores reservations. */
    public Usability usability(String account, @Nullable BlindHash index, Instant now) {
        if (!accountId.equals(account)) {
            return Usability.NOT_FOUND;
        }
        if (index == null || !index.matches(phoneIndex)) {
            return Usability.PHONE_MISMATCH;
        }
        return switch (status) {
            case USED -> Usability.USED;
            case VERIFIED -> usableUntil != null && now.isBefore(usableUntil) ? Usability.VERIFIED : Usability.EXPIRED;
            case ISSUED -> now.isBefore(expiresAt) ? Usability.NOT_VERIFIED : Usability.EXPIRED;
            case SUPERSEDED, EXHAUSTED -> Usability.NOT_VERIFIED;
        };
    }

    /**
     * Returns whether {@code submission} may reserve the number. In addition to {@link #usability}, no other submission
     * may have reserved it. A reservation excludes others past its term, until the outcome of its submission is known.
     */
    public Usability availability(
            String account, @Nullable BlindHash index, SubmittedRevision submission, Instant now) {
        boolean own = isOf(submission);
        Usability usability = usability(account, index, now);
        return switch (usability) {
            case VERIFIED -> reservedUntil != null && !own ? Usability.RESERVED : Usability.VERIFIED;
            case EXPIRED ->
                own && reservedUntil != null && now.isBefore(reservedUntil) ? Usability.VERIFIED : Usability.EXPIRED;
            case NOT_VERIFIED, USED, RESERVED, PHONE_MISMATCH, NOT_FOUND -> usability;
        };
    }

    /** Reserves the number for {@code submission}, or extends its reservation. Call {@link #availability} first. */
    public Instant reserve(SubmittedRevision submission, Instant now) {
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
     * Consumes the verification for a submission. Returns true if the submission now uses the number, even if the term
     * of its reservation is over. Returns false if another submission has taken the number.
     */
    public boolean confirm(SubmittedRevision submission) {
        if (status == PhoneVerificationStatus.VERIFIED && (qualificationId == null || isOf(submission))) {
            moveTo(PhoneVerificationStatus.USED);
            qualificationId = submission.qualificationId();
            revision = submission.revision();
            reservedUntil = null;
        }
        return status == PhoneVerificationStatus.USED && isOf(submission);
    }

    /**
     * Returns a used verification to {@code VERIFIED}, because its submission was withdrawn. {@link #USABLE_FOR} still
     * starts at the entry of the code.
     */
    public void release() {
        moveTo(PhoneVerificationStatus.VERIFIED);
    }

    /** Returns whether a revision of the qualification has reserved or used this verification. */
    public boolean isOf(long otherQualification) {
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

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public byte[] encryptedPhone() {
        return phone.clone();
    }

    public String phoneIndex() {
        return phoneIndex;
    }

    public PhoneVerificationStatus status() {
        return status;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Returns how many more wrong codes invalidate this code; 0 if it can no longer be entered. */
    public int triesLeft(Instant now) {
        return status == PhoneVerificationStatus.ISSUED && now.isBefore(expiresAt) ? MAX_TRIES - wrongTries : 0;
    }

    @Nullable
    public Instant usableUntil() {
        return usableUntil;
    }
}
