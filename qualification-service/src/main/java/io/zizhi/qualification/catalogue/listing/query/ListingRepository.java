package io.zizhi.qualification.catalogue.listing.query;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ListingRepository {

    /** From this number of matches on, the list is read in order instead of sorting the matches. */
    static final int MANY = 1000;

    static final String COUNTS = """
            select status, cast(sum(amount) as bigint) from qualification_tally
            where account_id = :accountId group by status
            """;

    /** Merges unmerged rows with the merged row of the same account and status. */
    private static final String FOLD = """
            with young as (
                select distinct account_id, status from (
                    select account_id, status from qualification_tally where not folded order by sequence limit :limit) y),
            gone as (
                delete from qualification_tally t using young
                where t.account_id = young.account_id and t.status = young.status
                returning t.account_id, t.status, t.amount)
            insert into qualification_tally(account_id, status, amount, folded)
            select account_id, status, sum(amount), true from gone group by account_id, status
            """;

    /**
     * Reads up to {@code limit} of the account's qualifications in list order. Rare parts of names are looked up first.
     * Frequent parts are found quickly by reading in order.
     */
    public Uni<List<Qualification>> read(
            String accountId, ListFilter filter, ListOrder order, @Nullable ListPosition after, int limit) {
        ListStatement inOrder = ListStatement.merged(accountId, filter, order, after, limit);
        if (!filter.hasWords()) {
            return run(inOrder, Qualification.class);
        }
        return run(ListStatement.candidates(accountId, filter, MANY), Long.class)
                .chain(found -> run(
                        found.size() == MANY
                                ? inOrder
                                : ListStatement.among(found, accountId, filter, order, after, limit),
                        Qualification.class));
    }

    private static <T> Uni<List<T>> run(ListStatement statement, Class<T> row) {
        return new NativeQuery(statement.sql()).with(statement.parameters()).list(row);
    }

    /** Counts qualifications by status; statuses without any are left out. */
    public Uni<Map<QualificationStatus, Long>> counts(String accountId) {
        return new NativeQuery(COUNTS)
                .with("accountId", accountId)
                .list(Object[].class)
                .map(ListingRepository::countsOf);
    }

    /**
     * Merges up to {@code limit} unmerged rows of the tally with the rows of the same accounts and statuses. Returns
     * the number of rows after merging.
     */
    public Uni<Integer> fold(int limit) {
        return new NativeQuery(FOLD).with("limit", limit).execute();
    }

    private static Map<QualificationStatus, Long> countsOf(List<Object[]> rows) {
        Map<QualificationStatus, Long> counts = new EnumMap<>(QualificationStatus.class);
        for (Object[] row : rows) {
            counts.put(QualificationStatus.valueOf(row[0].toString()), ((Number) row[1]).longValue());
        }
        return counts;
    }
}
