package io.zizhi.qualification.bulk.work;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.EarlierSubmission;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.filing.draft.DraftQualification;
import io.zizhi.qualification.filing.draft.EditQualification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Creates a row's draft and records it in the row, in one transaction, so that no row is drafted twice. A row of a
 * corrected sheet updates the draft of the earlier row with the same name, unless somebody has edited it since. It is
 * skipped if that draft has been submitted, and fails if it has to be submitted again.
 */
@ApplicationScoped
class DraftRow {

    private static final String REPLACED = "REPLACED_BY_LATER_SHEET";
    private static final String SUBMITTED_BEFORE = "SUBMITTED_BEFORE";

    private final BulkRowRepository rows;
    private final DraftQualification draft;
    private final EditQualification edit;
    private final RowSeal seal;
    private final DatabaseTime time;

    DraftRow(
            BulkRowRepository rows, DraftQualification draft, EditQualification edit, RowSeal seal, DatabaseTime time) {
        this.rows = rows;
        this.draft = draft;
        this.edit = edit;
        this.seal = seal;
        this.time = time;
    }

    @WithTransaction
    public Uni<Void> handle(ClaimedRow claimed) {
        return rows.lock(claimed.row().id())
                .chain(row -> row.state() == RowState.WAITING
                        ? draft(claimed, row)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> draft(ClaimedRow claimed, BulkRow row) {
        return rows.lockEarlier(
                        row,
                        claimed.applicant().requireAccount(),
                        claimed.form().name())
                .chain(earlier ->
                        earlier.isPresent() ? update(claimed, row, earlier.get()) : skipOrCreate(claimed, row));
    }

    private Uni<Void> skipOrCreate(ClaimedRow claimed, BulkRow row) {
        return rows.submittedEarlier(row, claimed.applicant().requireAccount(), claimed.form())
                .chain(earlier -> earlier.isPresent() ? skip(row, earlier.get()) : create(claimed, row));
    }

    private Uni<Void> skip(BulkRow row, EarlierSubmission earlier) {
        return time.now()
                .invoke(now -> {
                    if (earlier.underway()) {
                        row.skipped(
                                earlier.qualificationId(),
                                earlier.workOrder(),
                                seal.sealed(List.of(submittedBefore(earlier))),
                                now);
                    } else {
                        row.failed(seal.sealed(List.of(toResubmit(earlier))), now);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> create(ClaimedRow claimed, BulkRow row) {
        return draft.handle(claimed.applicant(), claimed.form())
                .chain(view -> time.now().invoke(now -> row.drafted(view.id(), view.version(), false, now)))
                .replaceWithVoid();
    }

    /** The version that the earlier row wrote must be current. Otherwise the draft was edited, and this fails with 412. */
    private Uni<Void> update(ClaimedRow claimed, BulkRow row, BulkRow earlier) {
        long draftId = earlier.qualificationId().orElseThrow();
        return time.now()
                .invoke(now -> earlier.replaced(seal.sealed(List.of(replaced())), now))
                .call(() -> rows.flush())
                .chain(now -> edit.takeOver(
                                claimed.applicant(),
                                draftId,
                                earlier.qualificationVersion().orElseThrow(),
                                claimed.form())
                        .invoke(view -> row.drafted(draftId, view.version(), true, now)))
                .replaceWithVoid();
    }

    private static RowFinding submittedBefore(EarlierSubmission earlier) {
        return RowFinding.at(
                SUBMITTED_BEFORE,
                "",
                "该资质来自批量提交 " + earlier.filingId() + " 第 " + earlier.number() + " 行，已经提交，本行未重复提交。"
                        + "如需修改，请直接修改该资质；审核中的须先撤回。",
                "Row " + earlier.number() + " of bulk filing " + earlier.filingId()
                        + " drafted this qualification, which is submitted already, so this row was skipped. To change"
                        + " the qualification, edit it; withdraw it first if it is in review.");
    }

    private static RowFinding toResubmit(EarlierSubmission earlier) {
        return RowFinding.at(
                SUBMITTED_BEFORE,
                "",
                "该资质（" + earlier.qualificationId() + "）来自批量提交 " + earlier.filingId() + " 第 " + earlier.number()
                        + " 行，提交后未通过、待补充或已撤回。请修改该资质后重新提交，不要另建资质。",
                "Row " + earlier.number() + " of bulk filing " + earlier.filingId() + " drafted this qualification ("
                        + earlier.qualificationId() + "), which was rejected, needs supplements or was withdrawn."
                        + " Correct and submit that qualification instead of a new one.");
    }

    private static RowFinding replaced() {
        return RowFinding.at(REPLACED, "", "该行已由之后提交的表格更新。", "A later sheet has updated this row.");
    }
}
