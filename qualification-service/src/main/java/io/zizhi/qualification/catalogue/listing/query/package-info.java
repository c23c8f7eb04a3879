/** Filters, orders and positions of lists, and the statements that they become. Lists and exports share them. */
@NullMarked
package io.zizhi.qualification.catalogue.listing.query;

import org.jspecify.annotations.NullMarked;
