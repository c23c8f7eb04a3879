/**
 * Removes objects that no row names: those of deleted rows at once, others by a sweep that compares rows with objects.
 * A row whose object is missing raises an alarm.
 */
@NullMarked
package io.zizhi.document.storage.sweep;

import org.jspecify.annotations.NullMarked;
