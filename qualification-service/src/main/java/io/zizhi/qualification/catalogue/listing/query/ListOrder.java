package io.zizhi.qualification.catalogue.listing.query;

/**
 * The order of a list.
 *
 * @param sort the sort key
 * @param direction ascending or descending
 */
public record ListOrder(ListSort sort, ListSort.Direction direction) {

    String orderBy() {
        return sort.orderBy(direction);
    }

    String isAfter() {
        return sort.isAfter(direction);
    }
}
