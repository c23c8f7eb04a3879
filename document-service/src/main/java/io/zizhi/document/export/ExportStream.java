package io.zizhi.document.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.export.Manifest.Exported;
import io.zizhi.document.export.Manifest.Line;
import io.zizhi.document.export.Manifest.Part;
import io.zizhi.document.export.QualificationServiceClient.CopyPage;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.Pieces;
import io.zizhi.platform.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One export, chunk by chunk. Each call of {@link #next} does one step: it writes a piece of a document, opens the next
 * document, or reads the next page of documents or forms. It keeps one document and one page in memory.
 */
final class ExportStream {

    private static final String DATA = "forms.jsonl";

    private final ExportSource source;
    private final ExportedAccount export;
    private final ObjectMapper json;
    private final Instant startedAt;
    private final ZipChunks zip = new ZipChunks();
    private final Deque<Exported> page = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Phase phase = Phase.DOCUMENTS;
    private @Nullable Document last;
    private @Nullable Pieces pieces;
    private @Nullable String after;
    private long documents;
    private long missing;

    private enum Phase {
        DOCUMENTS,
        FORMS,
        DONE
    }

    ExportStream(ExportSource source, ExportedAccount export, ObjectMapper json, Instant startedAt) {
        this.source = source;
        this.export = export;
        this.json = json;
        this.startedAt = startedAt;
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /** Returns the next bytes of the file, which may be none. */
    Uni<byte[]> next() {
        return step().map(done -> zip.take());
    }

    private Uni<Void> step() {
        if (pieces != null) {
            return writePiece(pieces);
        }
        Exported next = page.poll();
        if (next != null) {
            return open(next);
        }
        return phase == Phase.DOCUMENTS ? readDocuments() : readForms();
    }

    private Uni<Void> writePiece(Pieces open) {
        byte[] piece = open.next();
        if (piece != null) {
            zip.add(piece);
        } else {
            zip.end();
            pieces = null;
        }
        return Uni.createFrom().voidItem();
    }

    /** A document that cannot be read is listed with the reason. An outage ends the export. */
    private Uni<Void> open(Exported exported) {
        return source.bytesOf(export, exported.document())
                .invoke(bytes -> {
                    zip.begin(exported.path(), false);
                    pieces = bytes;
                    documents++;
                    lines.add(Line.of(exported, null));
                })
                .replaceWithVoid()
                .onFailure(ExportStream::concernsOneDocument)
                .recoverWithItem(failure -> {
                    missing++;
                    lines.add(Line.of(exported, ((ProblemException) failure).code()));
                    return null;
                });
    }

    private static boolean concernsOneDocument(Throwable failure) {
        return failure instanceof ProblemException problem
                && List.of("DOCUMENT_QUARANTINED", "DOCUMENT_DAMAGED", "DOCUMENT_LOST")
                        .contains(problem.code());
    }

    private Uni<Void> readDocuments() {
        writeLines();
        return source.documentsAfter(export, last)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        phase = Phase.FORMS;
                        zip.begin(DATA, true);
                    } else {
                        page.addAll(found);
                        last = found.getLast().document();
                    }
                })
                .replaceWithVoid();
    }

    /** Writes the lines of the last page as a list of their own: a single list would stay in memory until the end. */
    private void writeLines() {
        if (!lines.isEmpty()) {
            String path = "documents-%04d.jsonl".formatted(parts.size() + 1);
            zip.begin(path, true);
            lines.forEach(this::writeLine);
            parts.add(new Part(path, zip.end()));
            lines.clear();
        }
    }

    private Uni<Void> readForms() {
        return source.forms(export, after).invoke(this::write).replaceWithVoid();
    }

    private void write(CopyPage found) {
        found.items().forEach(this::writeLine);
        after = found.next();
        if (after == null) {
            parts.add(new Part(DATA, zip.end()));
            zip.begin("manifest.json", true);
            zip.add(bytes(new Manifest(export.accountId(), startedAt, documents, missing, parts)));
            zip.end();
            zip.finish();
            phase = Phase.DONE;
        }
    }

    private void writeLine(Object value) {
        zip.add(bytes(value));
        zip.add(new byte[] {'\n'});
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A line of an export could not be written", impossible);
        }
    }
}
