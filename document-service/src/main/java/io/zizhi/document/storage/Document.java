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
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A file uploaded by an account. Its bytes never change; a correction is a new document. */
@Entity
@DynamicUpdate
@Table(name = "document")
public class Document {

    /** Prefix of all object keys. */
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

    /** Digest of the bytes as uploaded; null if they were stored unchanged by an older release. */
    @Column(updatable = false)
    private @Nullable String uploadedSha256;

    @Column(updatable = false)
    private @Nullable Boolean colour;

    @Column(updatable = false)
    private String objectKey;

    /** The uploader's file name, encrypted; see {@link FileNames}. */
    @Column(updatable = false)
    private byte @Nullable [] fileName;

    @Column(updatable = false)
    private @Nullable String fileNameIndex;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    /** When the next scan is due, or when a scan in progress counts as lost. Ignored once the status is final. */
    @Column
    private Instant scanDueAt;

    /** Number of scans begun. Only the newest scan may report a result. */
    private int scanAttempts;

    /** Why the last scan had no result; null if none failed or the status is final. */
    @Column
    private @Nullable String scanFailure;

    @Column(updatable = false)
    private String storedBy;

    @Column(updatable = false)
    private Instant storedAt;

    /** When the document became unused, by database time; null while a submission uses it. Set by the database. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant unusedSince;

    /** Whether a draft, a sheet or a submission has ever named the document. Set by the database. */
    @Column(updatable = false)
    private boolean named;

    /** When the bytes were last compared with the digest. Later values are set by the database. */
    @Column(updatable = false)
    private @Nullable Instant verifiedAt;

    /** Number of pages of a PDF; null until one was shown, and for other files. */
    @Column(insertable = false, updatable = false)
    private @Nullable Integer pages;

    /** Used by Hibernate. */
    protected Document() {}

    /**
     * Creates a document that is not scanned yet.
     *
     * @param accountId the owner
     * @param storedBy subject of the person or program that uploaded it
     */
    public Document(String accountId, String storedBy, DocumentKind kind, FileFacts file, Instant storedAt) {
        this.id = DocumentId.random();
        this.accountId = accountId;
        this.kind = kind;
        this.format = file.format();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.uploadedSha256 = file.uploadedSha256();
        this.colour = file.colour();
        this.objectKey = keyPrefixOf(storedAt) + id;
        this.status = DocumentStatus.PENDING_SCAN;
        this.storedBy = storedBy;
        // Truncated to the precision of the column, so that the owner always sees the same instant.
        this.storedAt = storedAt.truncatedTo(ChronoUnit.MICROS);
        this.scanDueAt = this.storedAt;
        this.verifiedAt = this.storedAt;
    }

    /** Adds the uploader's file name to a document that is not persisted yet. */
    Document named(byte[] encryptedName, String nameIndex) {
        fileName = encryptedName;
        fileNameIndex = nameIndex;
        return this;
    }

    /** Begins a scan, which counts as lost after {@code lostAt}. */
    public void claimScan(Instant lostAt) {
        requirePendingScan();
        scanAttempts++;
        scanDueAt = lostAt;
    }

    /** Returns whether the document still needs the result of that scan. */
    public boolean awaitsScan(int attempt) {
        return status == DocumentStatus.PENDING_SCAN && scanAttempts == attempt;
    }

    /** Records that the scanner found no malware. */
    public void passScan() {
        requirePendingScan();
        status = DocumentStatus.AVAILABLE;
        scanFailure = null;
    }

    /** Records that the scanner found malware. */
    public void quarantine() {
        requirePendingScan();
        status = DocumentStatus.QUARANTINED;
        scanFailure = null;
    }

    /** Records a scan without a result, for the reason {@code code}. */
    public void postponeScan(String code, Instant dueAt) {
        requirePendingScan();
        scanFailure = code;
        scanDueAt = dueAt;
    }

    private void requirePendingScan() {
        if (status != DocumentStatus.PENDING_SCAN) {
            throw new IllegalStateException("Document " + id + " awaits no scan: it is " + status);
        }
    }

    byte @Nullable [] encryptedFileName() {
        return fileName;
    }

    /** Returns the common prefix of all objects stored on the UTC day of {@code instant}. */
    public static String keyPrefixOf(Instant instant) {
        return KEY_PREFIX + DAY.format(instant);
    }

    /** Returns the same 404 for an unknown id and for another account's document. */
    public static RuntimeException notFound() {
        return Problems.notFound("DOCUMENT_NOT_FOUND", "No such document.");
    }

    public boolean belongsTo(String account) {
        return accountId.equals(account);
    }

    /** Returns the suggested file name for downloads; never a name chosen by the uploader. */
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

    /** Returns the size in bytes before encryption. */
    public int size() {
        return size;
    }

    /** Returns the digest of the stored bytes, which {@code getDocumentContent} returns. */
    public String sha256() {
        return sha256;
    }

    /** Returns the digest of the bytes as uploaded. Identical uploads have the same one, whatever is stored of them. */
    public String uploadedSha256() {
        return uploadedSha256 == null ? sha256 : uploadedSha256;
    }

    /** Returns whether the picture has colours; empty if unknown or not a picture. */
    public Optional<Boolean> colour() {
        return Optional.ofNullable(colour);
    }

    /** Returns the number of pages; empty if not known yet. */
    public Optional<Integer> pages() {
        return format.isImage() ? Optional.of(1) : Optional.ofNullable(pages);
    }

    /** Returns the key of the object: a day and the random id, without user input. */
    public String objectKey() {
        return objectKey;
    }

    /** Returns the token subject of the uploader. */
    public String storedBy() {
        return storedBy;
    }

    public DocumentStatus status() {
        return status;
    }

    /** Returns the number of scans begun. */
    public int scanAttempts() {
        return scanAttempts;
    }

    public Instant storedAt() {
        return storedAt;
    }

    /** Returns whether a submission uses the document. */
    public boolean isUsed() {
        return unusedSince == null;
    }

    /**
     * Returns whether no submission uses the document, and nothing has named it yet or no draft has checked it for
     * {@link UnusedRepository#TOUCHED_EVERY}.
     */
    public boolean isUntouched(Instant now) {
        return unusedSince != null && (!named || unusedSince.isBefore(now.minus(UnusedRepository.TOUCHED_EVERY)));
    }
}
