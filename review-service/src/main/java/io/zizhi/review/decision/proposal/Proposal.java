package io.zizhi.review.decision.proposal;

import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.review.decision.SealedVerdict;
import io.zizhi.review.decision.Verdict;
import io.zizhi.review.review.Review;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that one reviewer proposed and a second reviewer confirms or returns. Its notes are encrypted as a whole.
 */
@Entity
@DynamicUpdate
@Table(name = "proposal")
public class Proposal {

    private static final String TABLE = "proposal";
    private static final String NOTE = "note";

    /** Work order and number. The ciphertexts are bound to it. */
    @Id
    private String id;

    @Column
    private long workOrder;

    private int number;

    private String accountId;

    @Embedded
    private SealedVerdict verdict;

    private String proposerId;

    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.WAITING;

    private @Nullable String secondId;

    private @Nullable Instant endedAt;

    @Column(name = NOTE)
    private byte @Nullable [] note;

    /** Used by Hibernate. */
    protected Proposal() {}

    /** Creates the proposal that the review was just moved to. */
    static Proposal of(Review review, Verdict verdict, String proposer, Instant at, AccountCipher cipher) {
        Proposal proposal = new Proposal();
        proposal.id = id(review.workOrder(), review.proposals());
        proposal.workOrder = review.workOrder();
        proposal.number = review.proposals();
        proposal.accountId = review.submission().accountId();
        proposal.verdict = SealedVerdict.seal(verdict, TABLE, proposal.id, cipher);
        proposal.proposerId = proposer;
        proposal.proposedAt = at;
        return proposal;
    }

    static String id(long workOrder, int number) {
        return workOrder + "/" + number;
    }

    Verdict verdict(AccountCipher cipher) {
        return verdict.open(TABLE, id, cipher);
    }

    void confirm(String second, Instant at) {
        end(ProposalState.CONFIRMED, second, at);
    }

    void sendBack(String second, String why, Instant at, AccountCipher cipher) {
        end(ProposalState.RETURNED, second, at);
        note = cipher.encrypt(why, noteAddress());
    }

    private void end(ProposalState ended, String second, Instant at) {
        state = ended;
        secondId = second;
        endedAt = at;
    }

    @Nullable
    String note(AccountCipher cipher) {
        return cipher.decryptOrNull(note, noteAddress());
    }

    boolean isReturnedBy(String second, String why, AccountCipher cipher) {
        return state == ProposalState.RETURNED && second.equals(secondId) && why.equals(note(cipher));
    }

    private FieldAddress noteAddress() {
        return new FieldAddress(TABLE, NOTE, id);
    }

    int number() {
        return number;
    }

    String accountId() {
        return accountId;
    }

    String proposerId() {
        return proposerId;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    ProposalState state() {
        return state;
    }

    @Nullable
    String secondId() {
        return secondId;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
