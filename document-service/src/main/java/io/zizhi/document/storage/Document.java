package io.zizhi.document.storage;

import io.zizhi.platform.http.problem.Problems;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A file that an account has handed in. Its bytes never change; a correction is another document. */
@Entity
@Table(name = "document")
public class Document {

    /** The prefix of all object keys. */
    static final String KEY_PREFIX = "documents/";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/").withZone(ZoneOffset.UTC);

    @Id
    private String id;

    @Column(updatable = false)
    private String accountId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private FileFormat format;

    @Column(updatable = false)
    private int size;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private String objectKey;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    @Column(updatable = false)
    private String storedBy;

    @Column(updatable = false)
    private Instant storedAt;

    /** Set by the database; null while a submission uses the document. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant unusedSince;

    /** For Hibernate. */
    protected Document() {}

    /**
     * A file that nobody has scanned yet.
     *
     * @param accountId the owner
     * @param storedBy the subject of the person or program that sent it
     */
    public Document(String accountId, String storedBy, DocumentKind kind, FileFacts file, Instant storedAt) {
        this.id = DocumentId.random();
        this.accountId = accountId;
        this.kind = kind;
        this.format = file.format();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.objectKey = keyPrefixOf(storedAt) + id;
        this.status = DocumentStatus.PENDING_SCAN;
        this.storedBy = storedBy;
        // As exact as the column, so that the owner is told the same instant now and later.
        this.storedAt = storedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The common beginning of the keys of all objects stored on the day of {@code instant}, in UTC. */
    static String keyPrefixOf(Instant instant) {
        return KEY_PREFIX + DAY.format(instant);
    }

    /** The answer for an id that nobody has, and for another account's document: the two look the same. */
    public static RuntimeException notFound() {
        return Problems.notFound("DOCUMENT_NOT_FOUND", "There is no such document.");
    }

    public boolean belongsTo(String account) {
        return accountId.equals(account);
    }

    /** The name under which a browser may save it; never a name that an uploader chose. */
    public String fileName() {
        return "doc-" + id + "." + format.extension();
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public DocumentKind kind() {
        return kind;
    }

    public FileFormat format() {
        return format;
    }

    /** Bytes, before encryption. */
    public int size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    /** Where the bytes lie; made of a day and of the random id, without any part of what a user wrote. */
    public String objectKey() {
        return objectKey;
    }

    /** The subject of the person or program that sent it. */
    public String storedBy() {
        return storedBy;
    }

    public DocumentStatus status() {
        return status;
    }

    public Instant storedAt() {
        return storedAt;
    }

    /** Whether no submission uses it, and no draft has had it checked for {@link UnusedRepository#TOUCHED_EVERY}. */
    public boolean isUntouched(Instant now) {
        return unusedSince != null && unusedSince.isBefore(now.minus(UnusedRepository.TOUCHED_EVERY));
    }
}
