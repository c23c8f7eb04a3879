/** Writes templates and results as CSV or XLSX, in Chinese or English. Columns have notes and drop-down lists. */
@NullMarked
package io.zizhi.qualification.bulk.sheet.writing;

import org.jspecify.annotations.NullMarked;
