/**
 * Reads CSV and XLSX files into the same rows of cells, within bounds on bytes, rows, cells and time. Formulas are
 * never evaluated, and their cached results are never used.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet.file;

import org.jspecify.annotations.NullMarked;
