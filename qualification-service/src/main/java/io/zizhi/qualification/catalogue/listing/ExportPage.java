package io.zizhi.qualification.catalogue.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of an export.
 *
 * @param rows in the order of the list
 * @param next where the next page begins; null where this is the last
 */
record ExportPage(List<ExportRow> rows, @Nullable ListPosition next) {}
