package io.zizhi.qualification.bulk.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.sheet.writing.SheetLanguage;
import io.zizhi.qualification.bulk.sheet.writing.WriteResult;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Returns the result of a bulk filing as a sheet to be corrected and uploaded again. */
@ApplicationScoped
public class DownloadResult {

    private final LoadResult load;
    private final WriteResult write;
    private final SheetPlaces places;

    DownloadResult(LoadResult load, WriteResult write, SheetPlaces places) {
        this.load = load;
        this.write = write;
        this.places = places;
    }

    /** @param language {@code zh} or {@code en}; null means zh */
    public Uni<Buffer> handle(Caller caller, long id, @Nullable String language) {
        String account = caller.requireAccount();
        SheetLanguage spoken = SheetLanguage.named(language);
        return places.take(
                account,
                () -> load.handle(caller, id)
                        .chain(result -> write.handle(account, result.headers(), result.rows(), spoken)));
    }
}
