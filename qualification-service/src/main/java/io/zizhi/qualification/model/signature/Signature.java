package io.zizhi.qualification.model.signature;

import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signature that is or was bound to a qualification. */
@Entity
@Table(name = "signature")
public class Signature {

    @Id
    private long id;

    private String accountId;

    private String name;

    /** Normalised name: equal for similar-looking names; used to find a bound signature. */
    @Column
    private String nameKey;

    private long qualificationId;

    private @Nullable Long letterId;

    private Instant boundAt;

    private @Nullable Instant movedAt;

    private @Nullable Instant releasedAt;

    /** Whether a replica that knows carrier filings has requested them; false if an older one bound the signature. */
    private boolean filingsRequested;

    protected Signature() {}

    public static Signature bind(
            long id, String accountId, String name, long qualificationId, @Nullable Long letterId, Instant now) {
        Signature signature = new Signature();
        signature.id = id;
        signature.accountId = accountId;
        signature.name = name;
        signature.nameKey = new WrittenName(name).skeleton();
        signature.qualificationId = qualificationId;
        signature.letterId = letterId;
        signature.boundAt = now.truncatedTo(ChronoUnit.MICROS);
        signature.filingsRequested = true;
        return signature;
    }

    public void move(long newQualificationId, @Nullable Long newLetterId, Instant now) {
        qualificationId = newQualificationId;
        letterId = newLetterId;
        movedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public void release(Instant now) {
        releasedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Records that its carrier filings were requested. Returns false if that was known. */
    public boolean recordFilings() {
        boolean first = !filingsRequested;
        filingsRequested = true;
        return first;
    }

    public boolean isOn(long qualification) {
        return qualificationId == qualification;
    }

    /** Returns whether the signature is bound to exactly this qualification and letter. */
    public boolean isAt(long qualification, @Nullable Long letter) {
        return qualificationId == qualification && Objects.equals(letterId, letter);
    }

    public boolean isReleased() {
        return releasedAt != null;
    }

    public long id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public long qualificationId() {
        return qualificationId;
    }

    public @Nullable Long letterId() {
        return letterId;
    }

    Instant boundAt() {
        return boundAt;
    }

    Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }
}
