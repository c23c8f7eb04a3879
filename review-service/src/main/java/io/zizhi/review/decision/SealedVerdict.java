package io.zizhi.review.decision;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A stored verdict that is not in effect: it awaits confirmation or was undone. It is encrypted as a whole, because no
 * query needs its codes.
 */
@Embeddable
public class SealedVerdict {

    private static final String FINDINGS = "findings";

    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome letterOutcome;

    @Column(name = FINDINGS)
    private byte[] findings;

    /** Used by Hibernate. */
    protected SealedVerdict() {}

    /** @param table table of the row to which the ciphertext is bound */
    public static SealedVerdict seal(Verdict verdict, String table, String row, AccountCipher cipher) {
        SealedVerdict sealed = new SealedVerdict();
        sealed.outcome = verdict.outcome();
        sealed.letterOutcome = verdict.letterOutcome();
        sealed.findings = cipher.encrypt(WrittenFindings.write(verdict.findings()), address(table, row));
        return sealed;
    }

    public Verdict open(String table, String row, AccountCipher cipher) {
        return new Verdict(outcome, WrittenFindings.read(cipher.decrypt(findings, address(table, row))), letterOutcome);
    }

    private static FieldAddress address(String table, String row) {
        return new FieldAddress(table, FINDINGS, row);
    }
}
