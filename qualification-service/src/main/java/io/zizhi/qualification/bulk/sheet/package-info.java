/**
 * Reads sheets of forms: one row per form, one column per field ({@link
 * io.zizhi.qualification.bulk.sheet.SheetColumn}). Both formats are read into the same cells. Formulas are never
 * evaluated, and their cached results are never used.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet;

import org.jspecify.annotations.NullMarked;
