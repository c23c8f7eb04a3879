package io.zizhi.qualification.catalogue.listing.export;

import io.zizhi.qualification.catalogue.listing.query.ListPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows in an export.
 *
 * @param rows in the order of the list
 * @param next start of the next page; null if this is the last
 */
record ExportPage(List<ExportRow> rows, @Nullable ListPosition next) {}
