/**
 * Removes objects without a row. The objects of deleted rows are removed at once; a sweep that compares rows with
 * objects finds the others. A row whose object is missing raises an alarm.
 */
@NullMarked
package io.zizhi.document.storage.sweep;

import org.jspecify.annotations.NullMarked;
