package io.zizhi.qualification.bulk.transfer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.FairPlaces;
import io.zizhi.qualification.account.limits.QualificationLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Limits how many sheets are held in memory at once, while they are read or written. */
@ApplicationScoped
class SheetPlaces {

    private final FairPlaces places;

    SheetPlaces(QualificationLimits limits) {
        places = new FairPlaces(
                "SHEETS_BUSY",
                limits.sheets(),
                limits.sheetsPerAccount(),
                limits.waitingSheetsPerAccount(),
                limits.longestWaitForSheets());
    }

    /** Runs the work once a place is free; fails with 429 or 503 after waiting too long. */
    <T> Uni<T> take(String account, Supplier<Uni<T>> work) {
        return places.take(account, work);
    }
}
