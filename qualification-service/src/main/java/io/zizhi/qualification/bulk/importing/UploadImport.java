package io.zizhi.qualification.bulk.importing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.BodyLimits;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.FairPlaces;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetSize;
import io.zizhi.qualification.bulk.sheet.reading.ReadImport;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Uploads the sheet of an import. Sheets are large, so only one is held in memory at a time. */
@ApplicationScoped
public class UploadImport {

    private static final int AT_ONCE = 1;

    private final ReadImport read;
    private final StoreImport store;
    private final FairPlaces places;
    private final BodyLimits bodyLimits;

    UploadImport(ReadImport read, StoreImport store, QualificationLimits limits) {
        this.read = read;
        this.store = store;
        this.places = new FairPlaces("SHEETS_BUSY", AT_ONCE, AT_ONCE, AT_ONCE, limits.longestWaitForSheets());
        this.bodyLimits =
                new BodyLimits(SheetSize.IMPORT.maxBytes(), limits.sheetGrace(), limits.sheetBytesPerSecond());
    }

    /** @param key repeating the upload with the same key and sheet returns the same import */
    public Uni<ImportView> handle(
            Caller operator, IdempotencyKey key, @Nullable String contentType, IncomingBody body) {
        SheetFormat.requireAccepted(contentType);
        return places.take(
                operator.subject(),
                () -> body.receive(bodyLimits, ReadImport::tooLarge)
                        .chain(bytes -> read.handle(operator.subject(), SheetFormat.of(bytes), bytes)
                                .map(sheet -> sheet.with(DuplicateLines.marked(sheet.lines())))
                                .chain(sheet -> store.handle(operator, key, digest(bytes), sheet))));
    }

    private static String digest(byte[] sheet) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sheet));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
