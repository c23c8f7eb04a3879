/**
 * Reads and writes sheets: one row per form, one column per field. {@link io.zizhi.qualification.bulk.sheet.reading}
 * and {@link io.zizhi.qualification.bulk.sheet.writing} share the {@link io.zizhi.qualification.bulk.sheet.column
 * columns}; the formats are in {@link io.zizhi.qualification.bulk.sheet.file}.
 */
@NullMarked
package io.zizhi.qualification.bulk.sheet;

import org.jspecify.annotations.NullMarked;
