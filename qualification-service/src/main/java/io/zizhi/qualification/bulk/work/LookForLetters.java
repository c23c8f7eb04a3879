package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Lets the rows continue whose letters were approved meanwhile. A row whose letter was not approved ends, because its
 * author has to correct the letter first.
 */
@ApplicationScoped
class LookForLetters {

    private static final int BATCH = 500;

    private static final RowFinding NOT_APPROVED = RowFinding.at(
            "LETTER_NOT_APPROVED",
            "/letterId",
            "授权委托书未通过审核或已撤回，请改正授权委托书或换用其他授权委托书，然后重新上传本行。",
            "The letter was not approved or was withdrawn: correct it or choose another one, then upload the row again.");

    private final BulkRowRepository rows;
    private final RowSeal seal;

    LookForLetters(BulkRowRepository rows, RowSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    /** Returns true if there may be more. */
    @WithTransaction
    public Uni<Boolean> handle() {
        return rows.continueWithLetters(BATCH)
                .chain(continued -> rows.failWithoutLetters(seal.sealed(List.of(NOT_APPROVED)), BATCH)
                        .map(failed -> continued + failed > 0));
    }
}
