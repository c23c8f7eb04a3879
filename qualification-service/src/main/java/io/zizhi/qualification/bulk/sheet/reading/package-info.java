/**
 * Turns the rows of a file into forms: one row per form, one column per field ({@link
 * io.zizhi.qualification.bulk.sheet.column.SheetColumn}). Cells that cannot be read become findings of their row.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet.reading;

import org.jspecify.annotations.NullMarked;
