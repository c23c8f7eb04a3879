package io.zizhi.document.recognition;

import io.zizhi.document.storage.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The recognition of one document: its place in the queue, then its result. */
@Entity
@DynamicUpdate
@Table(name = "recognition")
public class Recognition {

    @Id
    private String documentId;

    @Column(updatable = false)
    private String accountId;

    @Enumerated(EnumType.STRING)
    private RecognitionStatus status;

    @Column
    private Instant requestedAt;

    /** When the picture is due, or when a claim counts as lost; null until the malware scan, and after the result. */
    @Column
    private @Nullable Instant dueAt;

    /** Number of claims so far. Only the holder of the newest may record a result. */
    private int claims;

    private int failures;

    @Column
    private @Nullable String failure;

    @Column
    private byte @Nullable [] result;

    /** Width of the picture in pixels; null without a result, and if it is unknown. */
    @Column
    private @Nullable Integer width;

    /** Height of the picture in pixels; null like the width. */
    @Column
    private @Nullable Integer height;

    @Column
    private @Nullable Instant endedAt;

    /** Used by Hibernate. */
    protected Recognition() {}

    /** @param due whether the picture may be read at once; else after the malware scan */
    Recognition(Document document, boolean due) {
        documentId = document.id();
        accountId = document.accountId();
        status = RecognitionStatus.WAITING;
        requestedAt = document.storedAt();
        dueAt = due ? requestedAt : null;
    }

    /** Begins an attempt, which counts as lost after {@code lostAt}. An earlier attempt that was lost has failed. */
    public void claim(Instant lostAt) {
        status = RecognitionStatus.RUNNING;
        claims++;
        dueAt = lostAt;
    }

    /** Returns whether an attempt began and never ended. */
    public boolean isLost() {
        return status == RecognitionStatus.RUNNING;
    }

    /** Returns whether this claim may still record its result. */
    public boolean awaits(int claim) {
        return status == RecognitionStatus.RUNNING && claims == claim;
    }

    /** Counts a failed attempt and returns the number of failed attempts. */
    public int countFailure(String code) {
        failure = code;
        return ++failures;
    }

    /** Returns the picture to the queue. */
    public void postpone(String code, Instant until) {
        requireUnfinished();
        status = RecognitionStatus.WAITING;
        failure = code;
        dueAt = until;
    }

    /**
     * Records the encrypted result.
     *
     * @param size null if it is unknown
     */
    public void finish(byte[] encrypted, @Nullable PictureSize size, Instant now) {
        end(RecognitionStatus.DONE, now);
        failure = null;
        result = encrypted.clone();
        width = size == null ? null : size.width();
        height = size == null ? null : size.height();
    }

    /** Gives the picture up. */
    public void fail(String code, Instant now) {
        end(RecognitionStatus.FAILED, now);
        failure = code;
    }

    private void end(RecognitionStatus ended, Instant now) {
        requireUnfinished();
        status = ended;
        dueAt = null;
        endedAt = now;
    }

    private void requireUnfinished() {
        if (status.isFinal()) {
            throw new IllegalStateException("The recognition of " + documentId + " has ended: " + status);
        }
    }

    byte[] encryptedResult() {
        return Objects.requireNonNull(result, "no result").clone();
    }

    /** Returns the size of the picture; null without a result, and if it is unknown. */
    public @Nullable PictureSize size() {
        return width == null || height == null ? null : new PictureSize(width, height);
    }

    public String documentId() {
        return documentId;
    }

    public String accountId() {
        return accountId;
    }

    public RecognitionStatus status() {
        return status;
    }

    /** Returns the number of claims so far. */
    public int claims() {
        return claims;
    }

    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
