package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.qualification.model.qualification.Qualification;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An SQL statement on the qualifications of one account, built from filter and order. */
final class ListStatement {

    private static final String NAME = """

              and search_grams(q.account_id, q.name) @> search_keys(:accountId, cast(:name as text))
              and position(lower(cast(:name as text)) in lower(q.name)) > 0""";

    private static final String COMPANY = """

              and search_grams(q.account_id, q.company_name) @> search_keys(:accountId, cast(:company as text))
              and position(lower(cast(:company as text)) in lower(q.company_name)) > 0""";

    private static final String LEGAL_REPRESENTATIVE = """

              and coalesce(q.working_revision, q.current_revision) = any(array(
                select r.id from revision r where r.legal_representative_index = any(cast(:legalRepresentative as text[]))))""";

    private static final String WORK_ORDER = """

              and q.id = (select r.qualification_id from revision r where r.work_order = :workOrder)""";

    private static final String EXPIRING = """

              and coalesce(q.expires_on, date 'infinity') <= :expiringBy""";

    private static final String COLUMNS = EntityColumns.of(Qualification.class, "q");

    private final Map<String, Object> parameters = new HashMap<>();
    private final StringBuilder conditions = new StringBuilder();
    private final String sql;

    private ListStatement(String accountId, ListFilter filter, Form form) {
        parameters.put("accountId", accountId);
        sql = form.write(this, filter);
    }

    private interface Form {
        String write(ListStatement statement, ListFilter filter);
    }

    /**
     * Reads a page. It merges the first rows of each requested combination of purpose, owner type and status, each from
     * an index in list order. A filter that matches three of a million rows therefore costs no more than no filter.
     *
     * @param limit maximum number of rows
     */
    static ListStatement merged(
            String accountId, ListFilter filter, ListOrder order, @Nullable ListPosition after, int limit) {
        return new ListStatement(accountId, filter, (statement, asked) -> {
            statement.requireKinds(asked);
            statement.requireWords(asked);
            statement.requireRest(asked, order, after);
            return """
                    select %1$s from unnest(cast(:purposes as text[])) as of_purpose(purpose)
                    cross join unnest(cast(:ownerTypes as text[])) as of_owner(owner_type)
                    cross join unnest(cast(:statuses as text[])) as of_status(status)
                    cross join lateral (
                        select %1$s from qualification q
                        where q.account_id = :accountId and q.deleted_at is null and q.purpose = of_purpose.purpose
                          and q.owner_type = of_owner.owner_type and q.status = of_status.status%2$s
                        order by %3$s limit %4$d) q
                    order by %3$s limit %4$d
                    """.formatted(COLUMNS, statement.conditions, order.orderBy(), limit);
        });
    }

    /** Finds the ids of up to {@code limit} qualifications that contain the requested parts of names, in no order. */
    static ListStatement candidates(String accountId, ListFilter filter, int limit) {
        return new ListStatement(accountId, filter, (statement, asked) -> {
            statement.requireWords(asked);
            return """
                    select q.id from qualification q where q.account_id = :accountId and q.deleted_at is null%s limit %d
                    """.formatted(statement.conditions, limit);
        });
    }

    /** Reads a page from these candidates. */
    static ListStatement among(
            List<Long> candidates,
            String accountId,
            ListFilter filter,
            ListOrder order,
            @Nullable ListPosition after,
            int limit) {
        return new ListStatement(accountId, filter, (statement, asked) -> {
            statement.requireKinds(asked);
            statement.parameters.put("candidates", candidates.toArray(Long[]::new));
            statement.requireRest(asked, order, after);
            return """
                    select %s from qualification q
                    where q.account_id = :accountId and q.deleted_at is null
                      and q.id = any(cast(:candidates as bigint[])) and q.purpose = any(cast(:purposes as text[]))
                      and q.owner_type = any(cast(:ownerTypes as text[])) and q.status = any(cast(:statuses as text[]))%s
                    order by %s limit %d
                    """.formatted(COLUMNS, statement.conditions, order.orderBy(), limit);
        });
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void requireKinds(ListFilter filter) {
        parameters.put("purposes", names(filter.purposes()));
        parameters.put("ownerTypes", names(filter.ownerTypes()));
        parameters.put("statuses", names(filter.statuses()));
    }

    private void requireWords(ListFilter filter) {
        require(NAME, "name", filter.name());
        require(COMPANY, "company", filter.company());
    }

    private void requireRest(ListFilter filter, ListOrder order, @Nullable ListPosition after) {
        BlindHash representative = filter.legalRepresentativeIndex();
        require(LEGAL_REPRESENTATIVE, "legalRepresentative", representative == null ? null : representative.array());
        require(WORK_ORDER, "workOrder", filter.workOrder());
        require(EXPIRING, "expiringBy", filter.expiringBy());
        if (filter.restriction() != null) {
            // Not a parameter, so that the planner can use the partial index qualification_restricted.
            conditions
                    .append(" and q.restriction = '")
                    .append(filter.restriction())
                    .append('\'');
        }
        if (after != null) {
            require(" and " + order.isAfter(), "key", after.key());
            parameters.put("id", after.id());
        }
    }

    private void require(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            parameters.put(parameter, value);
        }
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
