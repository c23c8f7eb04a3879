package io.zizhi.qualification.catalogue.search;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.qualification.Qualification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds submitted qualifications of all accounts. */
@ApplicationScoped
class QualificationSearchRepository {

    private static final String QUALIFICATIONS =
            "select " + EntityColumns.of(Qualification.class) + " from qualification";

    private static final String WORK_ORDER =
            "id = (select r.qualification_id from revision r where r.work_order = :workOrder)";

    /** Returns up to {@code count} qualifications with a smaller id than {@code before}, the newest first. */
    Uni<List<Qualification>> search(QualificationSearchRequest wanted, long before, int count) {
        return from(wanted)
                .where("deleted_at is null")
                .where("current_revision is not null")
                .where("id < :before", "before", before)
                .where("id = :id", "id", wanted.id())
                .where(WORK_ORDER, "workOrder", wanted.workOrder())
                .where("company_name like :company escape '!'", "company", prefix(wanted.companyName()))
                .where("credit_code = :creditCode", "creditCode", wanted.creditCode())
                .where("name like :name escape '!'", "name", prefix(wanted.name()))
                .where("account_id = :accountId", "accountId", wanted.accountId())
                .where("status = any(cast(:statuses as text[]))", "statuses", names(wanted.statuses()))
                .where("restriction = :restriction", "restriction", name(wanted.restriction()))
                .then("order by id desc limit :count")
                .with("count", count)
                .list(Qualification.class);
    }

    /** Restricted qualifications are few. The constant condition lets every plan use their partial index. */
    private static NativeQuery from(QualificationSearchRequest wanted) {
        NativeQuery query = new NativeQuery(QUALIFICATIONS);
        return wanted.restricted() ? query.where("restriction <> 'NONE'") : query;
    }

    /** Returns a pattern in which the text stands for itself. */
    private static @Nullable String prefix(@Nullable String text) {
        return text == null ? null : text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String @Nullable [] names(@Nullable List<? extends Enum<?>> constants) {
        return constants == null ? null : constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
