/**
 * Sheets of forms: one row is one form, one column one field of it ({@link io.zizhi.qualification.bulk.sheet.SheetColumn}).
 * Both formats are read into the same cells. Formulas are never evaluated, nor is the value believed that a program kept
 * beside one.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet;

import org.jspecify.annotations.NullMarked;
