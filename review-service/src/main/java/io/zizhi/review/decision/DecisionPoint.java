package io.zizhi.review.decision;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A {@link Finding} as stored: notes are encrypted for the account concerned. */
@Embeddable
public class DecisionPoint {

    private static final String TABLE = "decision_point";
    private static final String NOTE = "note";
    private static final String INTERNAL_NOTE = "internal_note";

    private String code;

    private String pointer;

    private @Nullable String documentKind;

    @Column(name = NOTE)
    private byte @Nullable [] note;

    @Column(name = INTERNAL_NOTE)
    private byte @Nullable [] internalNote;

    /** Used by Hibernate. */
    protected DecisionPoint() {}

    /** @param row work order and position, which bind the ciphertext to its place */
    static DecisionPoint encrypting(Finding finding, AccountCipher cipher, String row) {
        DecisionPoint point = new DecisionPoint();
        point.code = finding.code();
        point.pointer = finding.pointer();
        point.documentKind = finding.documentKind();
        point.note = cipher.encryptOrNull(finding.note(), new FieldAddress(TABLE, NOTE, row));
        point.internalNote = cipher.encryptOrNull(finding.internalNote(), new FieldAddress(TABLE, INTERNAL_NOTE, row));
        return point;
    }

    Finding withoutWords() {
        return new Finding(code, pointer, documentKind, null, null);
    }

    Finding decrypt(AccountCipher cipher, String row) {
        return new Finding(
                code,
                pointer,
                documentKind,
                cipher.decryptOrNull(note, new FieldAddress(TABLE, NOTE, row)),
                cipher.decryptOrNull(internalNote, new FieldAddress(TABLE, INTERNAL_NOTE, row)));
    }
}
