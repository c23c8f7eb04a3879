package io.zizhi.document.recognition;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The queue of pictures and their results. */
@ApplicationScoped
public class RecognitionRepository implements PanacheRepositoryBase<Recognition, String> {

    /** Bounds the measurement, which runs every ten seconds. */
    private static final int MOST_COUNTED = 10_000;

    /** Finds a row if a picture is due. */
    public static final String WORK =
            "select from recognition where status in ('WAITING', 'RUNNING') and due_at <= statement_timestamp()";

    /** Finds a row while the recognition of a document, the only parameter, is unfinished. */
    static final String UNFINISHED =
            "select exists (select from recognition where document_id = $1 and status in ('WAITING', 'RUNNING'))";

    private static final String NEXT_DUE = "select " + EntityColumns.of(Recognition.class) + """
         from recognition
        where status in ('WAITING', 'RUNNING') and due_at <= statement_timestamp()
        order by due_at limit 1 for no key update skip locked
        """;

    private static final String RELEASE = """
        update recognition set requested_at = clock_timestamp(), due_at = clock_timestamp()
        where document_id = :id and status = 'WAITING' and due_at is null
        """;

    /** During an upgrade, the old version scans documents without releasing their pictures. */
    private static final String RELEASE_SCANNED = """
        update recognition set requested_at = clock_timestamp(), due_at = clock_timestamp()
        from document
        where document.id = document_id and document.status = 'AVAILABLE'
            and recognition.status = 'WAITING' and due_at is null
        """;

    private static final String IDENTICAL = """
        select other.id from document
        join document other using (sha256, account_id, kind)
        join recognition on recognition.document_id = other.id
        where document.id = :id and recognition.status = 'DONE'
        order by other.stored_at desc limit 1
        """;

    private static final String MEASURE = """
        select count(*) as waiting,
            cast(coalesce(extract(epoch from clock_timestamp() - min(requested_at)), 0) as bigint) as age
        from (
            select requested_at from recognition
            where status in ('WAITING', 'RUNNING') and due_at is not null order by due_at limit %d) first
        """.formatted(MOST_COUNTED);

    /** Returns the existing recognitions of the documents. */
    Uni<List<Recognition>> findAll(Collection<String> documentIds) {
        return list("documentId in ?1", documentIds);
    }

    /** Locks the picture that has been due longest and that no other replica is claiming. */
    public Uni<Optional<Recognition>> lockNextDue() {
        return new NativeQuery(NEXT_DUE).first(Recognition.class);
    }

    /** Makes the picture of a scanned document due. */
    Uni<Integer> release(String documentId) {
        return new NativeQuery(RELEASE).with("id", documentId).execute();
    }

    /** Makes the pictures of all scanned documents due. */
    public Uni<Integer> releaseScanned() {
        return new NativeQuery(RELEASE_SCANNED).execute();
    }

    /** Returns the newest document of the same account, kind and bytes whose recognition is done. */
    public Uni<Optional<String>> findIdentical(Document document) {
        return new NativeQuery(IDENTICAL).with("id", document.id()).first(String.class);
    }

    /** Returns {@code waiting}, at most 10,000, and {@code age} of the oldest of them in seconds. */
    public Uni<Row> measure() {
        return new NativeQuery(MEASURE).rows().map(List::getFirst);
    }
}
