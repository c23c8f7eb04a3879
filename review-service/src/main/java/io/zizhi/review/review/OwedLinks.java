package io.zizhi.review.review;

import io.zizhi.platform.database.OwedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The documents of new reviews, and the accounts of the persons whom they name. */
final class OwedLinks implements OwedRows {

    private static final String INSERT = """
            documents as (
                insert into review_document(work_order, document_id)
                select work_order, document_id from unnest(cast(? as bigint[]), cast(? as text[]))
                    as e(work_order, document_id)
                returning 1),
            persons as (
                insert into review_person_account(work_order, account_id)
                select work_order, account_id from unnest(cast(? as bigint[]), cast(? as text[]))
                    as e(work_order, account_id)
                returning 1)""";

    private final List<Review> reviews = new ArrayList<>();

    void add(Review review) {
        reviews.add(review);
    }

    @Override
    public Place place() {
        return Place.SERVICE;
    }

    @Override
    public boolean isEmpty() {
        return reviews.isEmpty();
    }

    @Override
    public String queries() {
        return INSERT;
    }

    @Override
    public List<Object> parameters() {
        return List.of(
                workOrders(Review::documentIds),
                ids(Review::documentIds),
                workOrders(Review::personAccounts),
                ids(Review::personAccounts));
    }

    private Long[] workOrders(Function<Review, Set<String>> linked) {
        return reviews.stream()
                .flatMap(review -> linked.apply(review).stream().map(id -> review.workOrder()))
                .toArray(Long[]::new);
    }

    private String[] ids(Function<Review, Set<String>> linked) {
        return reviews.stream().map(linked).flatMap(Collection::stream).toArray(String[]::new);
    }

    @Override
    public String result() {
        return "(select count(*) from documents) + (select count(*) from persons)";
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, ids(Review::documentIds).length + ids(Review::personAccounts).length);
    }
}
