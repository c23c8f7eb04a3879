package io.zizhi.qualification.catalogue.listing;

/**
 * In which order a list is read.
 *
 * @param sort by what
 * @param direction which end first
 */
record ListOrder(ListSort sort, ListSort.Direction direction) {

    String orderBy() {
        return sort.orderBy(direction);
    }

    String isAfter() {
        return sort.isAfter(direction);
    }
}
